using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kiosk.Core.Storage.Backups;

/// <summary>Reads a backup as a whole, and refuses one that cannot be taken as a whole.</summary>
internal static partial class BackupReading
{
    /// <summary>More than ten years of counts and a hundred drawings, unpacked; a zip may claim anything.</summary>
    private const long MostBytes = 512L * 1024 * 1024;

    /// <summary>What a backup may hold: the databases, drawings with their credits, a choice. Nothing leads out of the folder.</summary>
    public static bool IsOurs(string name) => Name().IsMatch(name);

    /// <returns>Each file's content by its name.</returns>
    /// <exception cref="BackupException">It is no backup, damaged, or of a newer program.</exception>
    public static IReadOnlyDictionary<string, byte[]> Read(string file)
    {
        if (Directory.Exists(file))
        {
            throw new BackupException($"{file} is a folder: name the backup in it. Nothing was changed.");
        }

        try
        {
            using var zip = ZipFile.OpenRead(file);
            var entry =
                zip.GetEntry(BackupManifest.Name)
                ?? throw new BackupException(
                    $"{file} is no backup of a kiosk: there is no {BackupManifest.Name} in it. Nothing was changed."
                );
            using var json = entry.Open();
            var manifest = BackupManifest.Read(json);
            RefuseNewer(manifest, file);
            return manifest.Sums.ToDictionary(sum => sum.Key, sum => Content(zip, sum.Key, sum.Value, file));
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BackupException($"There is no file {file}. Nothing was changed.");
        }
        catch (Exception problem) when (problem is InvalidDataException or JsonException or IOException or UnauthorizedAccessException)
        {
            throw new BackupException(
                $"{file} cannot be read as a backup: it is damaged, or something else. Nothing was changed. ({problem.Message})",
                problem
            );
        }
    }

    private static void RefuseNewer(BackupManifest manifest, string file)
    {
        var unknown = manifest.Migrations.SelectMany(done => done.Value.Except(Known(done.Key)));
        if (unknown.Any())
        {
            throw new BackupException(
                $"{file} was made by a newer kiosk ({manifest.Version}): update this one first. Nothing was changed."
            );
        }
    }

    private static IEnumerable<string> Known(string database) =>
        database switch
        {
            "house" => NamedSql.Migrations("House").Select(migration => migration.Name),
            "tally" => NamedSql.Migrations("Tally").Select(migration => migration.Name),
            _ => [],
        };

    private static byte[] Content(ZipArchive zip, string name, string sum, string file)
    {
        if (!IsOurs(name) || zip.GetEntry(name) is not { Length: <= MostBytes } entry)
        {
            throw new BackupException($"{file} is damaged: {name} is not in it as it should be. Nothing was changed.");
        }

        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return BackupManifest.SumOf(content.ToArray()) == sum
            ? content.ToArray()
            : throw new BackupException($"{file} is damaged: {name} is not as it was written. Nothing was changed.");
    }

    [GeneratedRegex(
        @"^((house|tally)\.db|without-a-tablet|pictograms/[a-z0-9][a-z0-9-]{1,39}\.(svg|png|json)"
            + @"|recordings/[a-z]{2,3}/[0-9a-f]{32}\.(ogg|txt))\z"
    )]
    private static partial Regex Name();
}
