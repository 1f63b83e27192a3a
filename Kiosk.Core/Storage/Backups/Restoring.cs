using NodaTime;
using NodaTime.Text;

namespace Kiosk.Core.Storage.Backups;

/// <summary>Puts a backup into a data folder: all of it or nothing, also when the power goes. What was there is kept beside it.</summary>
/// <remarks>
/// Laid out in <c>restoring.part</c>, then renamed to <c>restoring</c>: from there on it will be done. What was there moves to
/// <c>before-restore-…</c>, a second name, <c>restored</c>, says that it has, and the new files move in. A kiosk that starts in between
/// goes on where it stopped.
/// </remarks>
public static class Restoring
{
    private const string Aside = "aside"; // a file beside the laid out ones: the name of the folder for what was there

    /// <summary>
    /// What a backup replaces. Secrets stay: tablets belong to this machine. So does the choice to go without one, which a backup may bring
    /// and never takes away.
    /// </summary>
    private static readonly string[] Replaced =
    [
        "house.db",
        "house.db-journal",
        "tally.db",
        "tally.db-journal",
        "pictograms",
        "recordings",
        "copies",
    ];

    /// <param name="replaces">Whether a house that is there may be replaced.</param>
    /// <param name="today">Dates the folder for what was there.</param>
    /// <returns>That folder; null when nothing was there.</returns>
    /// <exception cref="BackupException">It cannot be taken; nothing was changed.</exception>
    public static string? Apply(string file, DataFolder folder, bool replaces, LocalDate today)
    {
        var files = BackupReading.Read(file);
        var isThere = File.Exists(folder.HouseDatabase) || File.Exists(folder.TallyDatabase);
        if (isThere && !replaces)
        {
            throw new BackupException(
                $"There is a house in {folder.Root} already. Nothing was changed: write --yes behind the command to replace it; "
                    + "what is there is kept beside it."
            );
        }

        var aside = FreeName(folder.Root, today);
        try
        {
            Finish(folder.Root); // one that was cut short
            LayOut(files, folder.Root, aside);
            Finish(folder.Root);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BackupException(
                $"{folder.Root} could not be written to ({problem.Message}). What is not done yet is finished when the kiosk starts.",
                problem
            );
        }

        return isThere ? Path.Combine(folder.Root, aside) : null;
    }

    /// <summary>Goes on with a restoring that was cut short; without one, does nothing.</summary>
    public static void Finish(string root)
    {
        var (laidOut, cleared) = (Path.Combine(root, "restoring"), Path.Combine(root, "restored"));
        if (Directory.Exists(laidOut))
        {
            MoveAside(root, Path.Combine(root, File.ReadAllText(Path.Combine(laidOut, Aside))));
            Directory.Move(laidOut, cleared);
        }

        if (Directory.Exists(cleared))
        {
            foreach (var name in Replaced.Append(DataFolder.WithoutTabletName))
            {
                Move(Path.Combine(cleared, name), Path.Combine(root, name));
            }

            Directory.Delete(cleared, recursive: true);
        }
    }

    private static void LayOut(IReadOnlyDictionary<string, byte[]> files, string root, string aside)
    {
        var part = Path.Combine(root, "restoring.part");
        if (Directory.Exists(part))
        {
            Directory.Delete(part, recursive: true);
        }

        foreach (var (name, content) in files.Append(KeyValuePair.Create(Aside, System.Text.Encoding.UTF8.GetBytes(aside))))
        {
            var path = Path.Combine(part, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var written = File.Create(path);
            written.Write(content);
            written.Flush(flushToDisk: true);
        }

        RefuseUnsound(part);
        Directory.Move(part, Path.Combine(root, "restoring"));
    }

    private static void RefuseUnsound(string part)
    {
        foreach (var database in Directory.EnumerateFiles(part, "*.db"))
        {
            if (!SqliteFile.IsSound(database))
            {
                Directory.Delete(part, recursive: true);
                throw new BackupException($"{Path.GetFileName(database)} in the backup is damaged. Nothing was changed.");
            }
        }
    }

    private static void MoveAside(string root, string aside)
    {
        foreach (var name in Replaced.Where(name => Path.Exists(Path.Combine(root, name))))
        {
            Directory.CreateDirectory(aside);
            Move(Path.Combine(root, name), Path.Combine(aside, name));
        }
    }

    private static void Move(string from, string to)
    {
        if (Directory.Exists(from))
        {
            Directory.Move(from, to);
        }
        else if (File.Exists(from))
        {
            File.Move(from, to, overwrite: true);
        }
    }

    private static string FreeName(string root, LocalDate today)
    {
        var stem = $"before-restore-{LocalDatePattern.Iso.Format(today)}";
        return Enumerable
            .Range(1, int.MaxValue)
            .Select(time => time == 1 ? stem : $"{stem}-{time}")
            .First(name => !Path.Exists(Path.Combine(root, name)));
    }
}
