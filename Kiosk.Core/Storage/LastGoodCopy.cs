using NodaTime;
using NodaTime.Text;

namespace Kiosk.Core.Storage;

/// <summary>What staff have to know about how a database was opened.</summary>
/// <param name="File">The database, <c>tally.db</c>.</param>
/// <param name="SetAsideAs">The name the file has now that could not be used; null when the file was gone.</param>
/// <param name="CopyDate">The copy made as this day began took its place; null when there was no sound one and a new file begins.</param>
public sealed record OpeningNotice(string File, string? SetAsideAs, LocalDate? CopyDate)
{
    /// <summary>The file is sound, but a newer program changed it in a way that this one does not know.</summary>
    public bool IsOfNewerProgram { get; init; }

    /// <summary>The same as one text for staff, in English.</summary>
    public override string ToString() =>
        (
            SetAsideAs is null ? $"{File} was gone. "
            : IsOfNewerProgram ? $"{File} was written by a newer program and is kept as {SetAsideAs}. "
            : $"{File} was damaged and is kept as {SetAsideAs}. "
        )
        + (
            CopyDate is { } date
                ? $"The copy made as {LocalDatePattern.Iso.Format(date)} began took its place; what came after is missing."
                : "There was no sound copy, so a new file was begun."
        );
}

/// <summary>
/// Keeps a kiosk working when a database was damaged, by a torn write or a worn card, or comes from a newer program that somebody went back
/// from.
/// </summary>
internal static class LastGoodCopy
{
    /// <summary>Sets a file that cannot be used aside, never deleting it, and puts the newest copy that can in its place.</summary>
    /// <param name="migrator">Knows the changes of schema that this program can read.</param>
    /// <param name="today">Dates the name of the file set aside; null while the clock is not known.</param>
    /// <returns>Null when the file can be used, or when there is neither a file nor a copy: a new house.</returns>
    public static OpeningNotice? PutInPlaceOfUnusable(string database, DatedCopies copies, Migrator migrator, LocalDate? today)
    {
        var there = new FileInfo(database) is { Exists: true, Length: > 0 };
        var isSound = there && SqliteFile.IsSound(database);
        if (there ? isSound && migrator.KnowsAll(database) : copies.NewestFirst().Count == 0)
        {
            return null;
        }

        var aside = FreeNameBeside(database, isSound ? "newer" : "damaged", today);
        MoveIfThere(database, aside);
        MoveIfThere(database + "-journal", aside + "-journal"); // left behind, it would be played back into the copy
        var usable = isSound ? copies.WithThoseBefore(migration => !migrator.Knows(migration)) : copies.NewestFirst();
        var copy = usable.FirstOrDefault(copy => SqliteFile.IsSound(copy.Path) && migrator.KnowsAll(copy.Path));
        if (copy is not null)
        {
            using var sound = SqliteFile.Open(copy.Path);
            SqliteFile.Copy(sound, database);
        }

        return new OpeningNotice(Path.GetFileName(database), there ? Path.GetFileName(aside) : null, copy?.Date)
        {
            IsOfNewerProgram = isSound,
        };
    }

    private static string FreeNameBeside(string database, string why, LocalDate? today)
    {
        var date = today is { } known ? LocalDatePattern.Iso.Format(known) : "date-unknown";
        var stem = Path.Combine(Path.GetDirectoryName(database)!, $"{Path.GetFileNameWithoutExtension(database)}-{why}-{date}");
        return Enumerable
            .Range(1, int.MaxValue)
            .Select(time => time == 1 ? $"{stem}.db" : $"{stem}-{time}.db")
            .First(path => !File.Exists(path) && !File.Exists(path + "-journal"));
    }

    private static void MoveIfThere(string path, string aside)
    {
        if (File.Exists(path))
        {
            File.Move(path, aside);
        }
    }
}
