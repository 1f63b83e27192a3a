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
    private const string LaidOut = "restoring";
    private const string Cleared = "restored";
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

    /// <param name="root">The data folder; made when it is not there.</param>
    /// <param name="replaces">Whether a house that is there may be replaced.</param>
    /// <param name="today">Dates the folder for what was there.</param>
    /// <returns>That folder; null when nothing was there.</returns>
    /// <exception cref="BackupException">It cannot be taken; nothing was changed.</exception>
    /// <exception cref="DataFolderException">A kiosk uses the folder, or nothing can be written there; nothing was changed.</exception>
    public static string? Apply(string file, string root, bool replaces, LocalDate today)
    {
        var files = BackupReading.Read(file);
        IsHouseThere(root, replaces); // before the lock, which writes who takes it
        using var held = DataLock.Take(root, "restore", "stop it first (sudo systemctl stop kiosk), and start it again afterwards.");
        FinishOne(root); // that was cut short
        var isThere = IsHouseThere(root, replaces); // and after it, when one that was cut short is finished
        var aside = FreeName(root, today);
        LayOut(files, root, aside);
        FinishOne(root);
        return isThere ? Path.Combine(root, aside) : null;
    }

    /// <summary>Whether a restoring was cut short, or goes on at this moment.</summary>
    public static bool IsUnfinished(string root) =>
        Directory.Exists(Path.Combine(root, LaidOut)) || Directory.Exists(Path.Combine(root, Cleared));

    /// <summary>Goes on with a restoring that was cut short; without one, does nothing. Only for who holds the folder's lock.</summary>
    public static void Finish(string root)
    {
        var (laidOut, cleared) = (Path.Combine(root, LaidOut), Path.Combine(root, Cleared));
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

    /// <exception cref="BackupException">One is there, and may not be replaced.</exception>
    private static bool IsHouseThere(string root, bool replaces)
    {
        var isThere = DataFolder.HoldsHouse(root) || File.Exists(Path.Combine(root, "tally.db"));
        return isThere && !replaces
            ? throw new BackupException(
                $"There is a house in {root} already. Nothing was changed: write --yes behind the command to replace it; "
                    + "what is there is kept beside it."
            )
            : isThere;
    }

    private static void FinishOne(string root)
    {
        try
        {
            Finish(root);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BackupException(
                $"{root} could not be written to ({problem.Message}). What is not done yet is finished when the kiosk starts.",
                problem
            );
        }
    }

    private static void LayOut(IReadOnlyDictionary<string, byte[]> files, string root, string aside)
    {
        var part = Path.Combine(root, "restoring.part");
        try
        {
            Remove(part);
            Write(files, part, aside);
            RefuseUnsound(part);
            Directory.Move(part, Path.Combine(root, LaidOut));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Remove(part);
            throw new BackupException(
                $"{root} could not be written to ({problem.Message}). Nothing was changed: see that there is room, and "
                    + "give the command again.",
                problem
            );
        }
    }

    private static void Write(IReadOnlyDictionary<string, byte[]> files, string part, string aside)
    {
        foreach (var (name, content) in files.Append(KeyValuePair.Create(Aside, System.Text.Encoding.UTF8.GetBytes(aside))))
        {
            var path = Path.Combine(part, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var written = File.Create(path);
            written.Write(content);
            written.Flush(flushToDisk: true);
        }
    }

    private static void Remove(string part)
    {
        if (Directory.Exists(part))
        {
            Directory.Delete(part, recursive: true);
        }
    }

    private static void RefuseUnsound(string part)
    {
        foreach (var database in Directory.EnumerateFiles(part, "*.db"))
        {
            if (!SqliteFile.IsSound(database))
            {
                Remove(part);
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
