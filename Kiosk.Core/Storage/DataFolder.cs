namespace Kiosk.Core.Storage;

/// <summary>All paths of the data folder, in one place.</summary>
public sealed class DataFolder
{
    private const int RoomBytes = 1024 * 1024;

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
            throw DataFolderException.OfNoWriting(Root, problem);
        }
    }

    /// <summary>It stands in for one that cannot be used: what is opened in it writes nothing.</summary>
    public bool IsStandIn { get; internal init; }

    public string Root { get; }

    /// <summary>Whether a day's worth of writing fits into a folder, tried with a file that is gone afterwards.</summary>
    public static bool HasRoom(string path)
    {
        var probe = Path.Combine(path, ".room");
        try
        {
            Directory.CreateDirectory(path);
            using var file = new FileStream(
                probe,
                new FileStreamOptions
                {
                    Mode = FileMode.Create,
                    Access = FileAccess.Write,
                    Options = FileOptions.DeleteOnClose,
                }
            );
            file.Write(new byte[RoomBytes]);
            file.Flush(flushToDisk: true);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether a house was ever loaded into a folder, which need not be there.</summary>
    public static bool HoldsHouse(string path) => File.Exists(HouseDatabaseIn(path));

    /// <summary>What the house knows.</summary>
    public string HouseDatabase => HouseDatabaseIn(Root);

    /// <summary>The same in a folder that need not be there.</summary>
    public static string HouseDatabaseIn(string path) => Path.Combine(path, "house.db");

    /// <summary>The anonymous tap counts.</summary>
    public string TallyDatabase => Path.Combine(Root, "tally.db");

    /// <summary>Dated copies of both, <c>house-2026-11-20.db</c>.</summary>
    public string Copies => Path.Combine(Root, "copies");

    /// <summary>The last day that was known to be today; made with the first of them.</summary>
    public string NewestDay => NewestDayIn(Root);

    /// <summary>The same in a folder that need not be there.</summary>
    public static string NewestDayIn(string path) => Path.Combine(path, "newest-day");

    /// <summary>Name of the file that is there once the house chose to go without a tablet.</summary>
    public const string WithoutTabletName = "without-a-tablet";

    public string WithoutTablet => Path.Combine(Root, WithoutTabletName);

    /// <summary>The house's own drawings; made with the first of them.</summary>
    public string Pictograms => Path.Combine(Root, "pictograms");

    /// <summary>Texts as volunteers of the house say them; made with the first of them.</summary>
    public string Recordings => Path.Combine(Root, "recordings");

    /// <summary>Texts as the machine says them, made ahead of time; whatever is missing is made again.</summary>
    public string PregeneratedSpeech => Path.Combine(Root, "said-ahead");

    /// <summary>Keys, certificates and paired tablets: what no copy of the house takes along.</summary>
    public string Secrets => Path.Combine(Root, "secrets");

    /// <summary>The tablets that were paired.</summary>
    public string StaffDatabase => Path.Combine(Secrets, "staff.db");
}

/// <summary>The data folder cannot be used; the message says what to do.</summary>
public sealed class DataFolderException(string message, Exception? inner = null) : Exception(message, inner)
{
    internal static DataFolderException OfNoWriting(string folder, Exception problem) =>
        new(
            $"The data folder {folder} cannot be written to ({problem.Message}). "
                + "Give this user the right to write there, or name another folder with --Kiosk:Data=FOLDER.",
            problem
        );
}
