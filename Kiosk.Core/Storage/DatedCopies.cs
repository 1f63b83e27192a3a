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

    /// <summary>The dated copies, and those made before certain migrations, by the day they were made on, the newest first.</summary>
    public IReadOnlyList<DatedCopy> WithThoseBefore(Func<string, bool> migration) =>
        [
            // of one day, the one before a migration is the later: a dated one is of its beginning
            .. Before(migration).Concat(NewestFirst()).OrderByDescending(copy => copy.Date),
        ];

    private IEnumerable<DatedCopy> Before(Func<string, bool> migration) =>
        !Directory.Exists(copiesFolder)
            ? []
            : Directory
                .EnumerateFiles(copiesFolder, $"{BeforeMigration}{_prefix}*.db")
                .Where(path => migration(Path.GetFileNameWithoutExtension(path)[BeforeMigration.Length..]))
                .Select(path => new DatedCopy(LocalDate.FromDateTime(File.GetLastWriteTime(path)), path))
                .OrderByDescending(copy => File.GetLastWriteTimeUtc(copy.Path));

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
