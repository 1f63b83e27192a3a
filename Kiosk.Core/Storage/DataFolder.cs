namespace Kiosk.Core.Storage;

/// <summary>All paths of the data folder, in one place.</summary>
public sealed class DataFolder
{
    /// <exception cref="DataFolderException">The folder cannot be made or written to.</exception>
    public DataFolder(string path)
    {
        Root = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Copies);
            var probe = Path.Combine(Root, ".writable");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException(
                $"The data folder {Root} cannot be written to ({problem.Message}). "
                + "Give this user the right to write there, or name another folder with --Kiosk:Data=FOLDER.", problem);
        }
    }

    public string Root { get; }

    /// <summary>What the house knows.</summary>
    public string HouseDatabase => Path.Combine(Root, "house.db");

    /// <summary>The anonymous tap counts.</summary>
    public string TallyDatabase => Path.Combine(Root, "tally.db");

    /// <summary>Dated copies of both, <c>house-2026-11-20.db</c>.</summary>
    public string Copies => Path.Combine(Root, "copies");

    /// <summary>The last day that was known to be today; made with the first of them.</summary>
    public string NewestDay => Path.Combine(Root, "newest-day");

    /// <summary>The house's own drawings; made with the first of them.</summary>
    public string Pictograms => Path.Combine(Root, "pictograms");

    /// <summary>Keys, certificates and paired tablets: what no copy of the house takes along.</summary>
    public string Secrets => Path.Combine(Root, "secrets");

    /// <summary>The tablets that were paired.</summary>
    public string StaffDatabase => Path.Combine(Secrets, "staff.db");
}

/// <summary>The data folder cannot be used; the message says what to do.</summary>
public sealed class DataFolderException(string message, Exception inner) : Exception(message, inner);
