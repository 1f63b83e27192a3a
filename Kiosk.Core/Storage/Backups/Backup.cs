using System.IO.Compression;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;

namespace Kiosk.Core.Storage.Backups;

/// <summary>
/// One file with everything a house needs to go on elsewhere: what it knows, its counts and its drawings. No secrets: tablets are paired
/// anew.
/// </summary>
/// <remarks>
/// May be written beside a running kiosk: SQLite's own backup reads the databases. The counts hold whole days only, as their dated copies
/// do.
/// </remarks>
public static class Backup
{
    /// <summary>How many a folder keeps.</summary>
    public const int Kept = 14;

    private const string Prefix = "kiosk-";

    /// <summary>Writes a backup whole, or leaves what was there.</summary>
    /// <param name="target">A file; or a folder, which then gets <c>kiosk-2026-11-21.zip</c> and keeps the newest fourteen.</param>
    /// <param name="now">Wall time of the house.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="BackupException">There is no house yet, or something could not be read or written; the message says
    /// what.</exception>
    public static string Write(DataFolder folder, string target, string version, LocalDateTime now)
    {
        if (!File.Exists(folder.HouseDatabase))
        {
            throw new BackupException(
                $"There is no house in {folder.Root} yet: start the kiosk once, or name its folder with --Kiosk:Data=FOLDER."
            );
        }

        var intoFolder = Directory.Exists(target) || target.EndsWith(Path.DirectorySeparatorChar);
        var file = intoFolder ? Path.Combine(target, $"{Prefix}{Iso(now.Date)}.zip") : target;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            WriteZip(file, ContentOf(folder, now), version, now.Date);
            if (intoFolder)
            {
                KeepNewest(target);
            }

            return file;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new BackupException($"The backup {file} was not written: {problem.Message}", problem);
        }
    }

    private sealed record Content(IReadOnlyDictionary<string, byte[]> Files, IReadOnlyDictionary<string, IReadOnlyList<string>> Migrations);

    private static Content ContentOf(DataFolder folder, LocalDateTime now)
    {
        var below = Directory.CreateTempSubdirectory("kiosk-backup-"); // only this user may look into it
        try
        {
            var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
            var migrations = new Dictionary<string, IReadOnlyList<string>>();
            foreach (
                var (name, copy) in new[]
                {
                    ("house", HouseCopy(folder, now, below.FullName)),
                    ("tally", TallyCopy(folder, now.Date, below.FullName)),
                }
            )
            {
                if (copy is not null)
                {
                    files[$"{name}.db"] = File.ReadAllBytes(copy);
                    migrations[name] = Migrator.DoneIn(copy);
                }
            }

            if (File.Exists(folder.WithoutTablet))
            {
                files[DataFolder.WithoutTabletName] = File.ReadAllBytes(folder.WithoutTablet);
            }

            foreach (var drawing in Directory.Exists(folder.Pictograms) ? Directory.EnumerateFiles(folder.Pictograms) : [])
            {
                files["pictograms/" + Path.GetFileName(drawing)] = File.ReadAllBytes(drawing);
            }

            foreach (
                var recording in Directory.Exists(folder.Recordings)
                    ? Directory.EnumerateFiles(folder.Recordings, "*", SearchOption.AllDirectories)
                    : []
            )
            {
                files["recordings/" + Path.GetRelativePath(folder.Recordings, recording).Replace(Path.DirectorySeparatorChar, '/')] =
                    File.ReadAllBytes(recording);
            }

            return new Content(files.Where(found => BackupReading.IsOurs(found.Key)).ToDictionary(), migrations);
        }
        finally
        {
            below.Delete(recursive: true);
        }
    }

    /// <summary>Without what is to be forgotten, as the nightly copies are.</summary>
    private static string HouseCopy(DataFolder folder, LocalDateTime now, string below)
    {
        var copy = Path.Combine(below, "house.db");
        using var house = SqliteFile.Open(folder.HouseDatabase);
        SqliteFile.CopyWithout(
            house,
            copy,
            inMemory =>
            {
                using var transaction = inMemory.BeginTransaction();
                new HouseHistory(inMemory).Forget(now);
                transaction.Commit();
            }
        );
        return copy;
    }

    /// <returns>Null when there are no counts, or none but of a day that still goes on.</returns>
    private static string? TallyCopy(DataFolder folder, LocalDate today, string below)
    {
        if (!File.Exists(folder.TallyDatabase))
        {
            return null;
        }

        using var tallies = SqliteFile.Open(folder.TallyDatabase);
        return TallyCopies.OfWholeDays(tallies, new DatedCopies(folder, folder.TallyDatabase), today, Path.Combine(below, "tally.db"));
    }

    private static void WriteZip(string file, Content content, string version, LocalDate made)
    {
        var manifest = new BackupManifest(
            version,
            Iso(made),
            content.Migrations,
            content.Files.ToDictionary(found => found.Key, found => BackupManifest.SumOf(found.Value))
        );
        var part = file + ".part";
        try
        {
            WriteZip(part, content, manifest, made);
            File.Move(part, file, overwrite: true);
        }
        finally
        {
            File.Delete(part); // only there when it could not be written whole
        }
    }

    private static void WriteZip(string part, Content content, BackupManifest manifest, LocalDate made)
    {
        using var stream = File.Create(part);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, BackupManifest.Name, manifest.Write(), made);
            foreach (var (name, bytes) in content.Files)
            {
                Add(zip, name, bytes, made);
            }
        }

        stream.Flush(flushToDisk: true);
    }

    /// <summary>Dated by the day: the hour at which somebody made a backup is nobody's business.</summary>
    private static void Add(ZipArchive zip, string name, byte[] bytes, LocalDate made)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(made.ToDateTimeUnspecified(), TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(bytes);
    }

    private static void KeepNewest(string folder)
    {
        foreach (
            var old in Directory
                .EnumerateFiles(folder, Prefix + "*.zip")
                .Where(path => LocalDatePattern.Iso.Parse(Path.GetFileNameWithoutExtension(path)[Prefix.Length..]).Success)
                .OrderDescending(StringComparer.Ordinal)
                .Skip(Kept)
        )
        {
            File.Delete(old);
        }
    }

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}

/// <summary>A backup could not be written or read; the message says why, and that nothing was changed.</summary>
public sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);
