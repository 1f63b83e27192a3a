using NodaTime;
using NodaTime.Text;

namespace Kiosk.Core.Storage;

/// <summary>One copy of a database, as it was when <paramref name="Date"/> began.</summary>
internal sealed record DatedCopy(LocalDate Date, string Path);

/// <summary>The copies there are of a database.</summary>
/// <param name="Newest">The day as which the newest began; null when there is none.</param>
public sealed record CopiesKept(int Count, LocalDate? Newest);

/// <summary>The copies of one database, <c>copies/tally-2026-11-20.db</c>: one a day, the newest fourteen.</summary>
internal sealed class DatedCopies(string copiesFolder, string database)
{
    /// <summary>How many are kept: two weeks, so that damage found after a holiday still finds a copy from before it.</summary>
    public const int Kept = 14;

    public DatedCopies(DataFolder folder, string database)
        : this(folder.Copies, database) { }

    private const string BeforeMigration = "before-"; // Migrator

    private readonly string _prefix = Path.GetFileNameWithoutExtension(database) + "-";

    /// <summary>Has a copy made as <paramref name="date"/> begins; an older one of the same date is replaced.</summary>
    /// <remarks>Copies of later dates go: the clock was wrong when they were made, and they would pass for the newest.</remarks>
    /// <param name="copyTo">Writes the copy to the path it is given.</param>
    public void Take(LocalDate date, Action<string> copyTo)
    {
        copyTo(Path.Combine(copiesFolder, $"{_prefix}{LocalDatePattern.Iso.Format(date)}.db"));
        var kept = NewestFirst().Where(copy => copy.Date <= date).Take(Kept).ToHashSet();
        Remove(copy => !kept.Contains(copy));
    }

    public void Remove(Func<DatedCopy, bool> unwanted)
    {
        foreach (var copy in NewestFirst().Where(unwanted))
        {
            File.Delete(copy.Path);
        }
    }

    public CopiesKept Summary() =>
        NewestFirst() is { Count: > 0 } copies ? new CopiesKept(copies.Count, copies[0].Date) : new CopiesKept(0, null);

    /// <summary>The dated copies, and those made before certain migrations, the newest first.</summary>
    /// <remarks>
    /// A copy made before a migration has no date in its name. It counts as one of the newest day whose copy was there by then: the days
    /// are the house's, while the date of a file depends on the zone that the machine is set to. It is later than that day's, which is of
    /// its beginning.
    /// </remarks>
    public IReadOnlyList<DatedCopy> WithThoseBefore(Func<string, bool> migration)
    {
        var dated = NewestFirst();
        var before = CopiesBefore(migration)
            .Select(file => (file.FullName, file.LastWriteTimeUtc))
            .OrderByDescending(file => file.LastWriteTimeUtc)
            .Select(file => new DatedCopy(
                dated.FirstOrDefault(copy => File.GetLastWriteTimeUtc(copy.Path) <= file.LastWriteTimeUtc)?.Date
                    ?? LocalDate.FromDateTime(file.LastWriteTimeUtc),
                file.FullName
            ));
        return [.. before.Concat(dated).OrderByDescending(copy => copy.Date)];
    }

    private IEnumerable<FileInfo> CopiesBefore(Func<string, bool> migration) =>
        new DirectoryInfo(copiesFolder) is { Exists: true } folder
            ? folder
                .EnumerateFiles($"{BeforeMigration}{_prefix}*.db")
                .Where(file => migration(Path.GetFileNameWithoutExtension(file.Name)[BeforeMigration.Length..]))
            : [];

    public IReadOnlyList<DatedCopy> NewestFirst() =>
        !Directory.Exists(copiesFolder)
            ? []
            :
            [
                .. Directory
                    .EnumerateFiles(copiesFolder, _prefix + "*.db")
                    .Select(path =>
                        (Path: path, Date: LocalDatePattern.Iso.Parse(Path.GetFileNameWithoutExtension(path)[_prefix.Length..]))
                    )
                    .Where(found => found.Date.Success)
                    .Select(found => new DatedCopy(found.Date.Value, found.Path))
                    .OrderByDescending(copy => copy.Date),
            ];
}
