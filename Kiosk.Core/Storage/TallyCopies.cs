using Dapper;
using Kiosk.Core.Counting;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Kiosk.Core.Storage;

/// <summary>
/// The copies of the counts. None shows a day that was still going on: between two states of one day lies the order of its taps.
/// </summary>
internal sealed class TallyCopies(SqliteConnection connection, DatedCopies copies, DataFolder folder)
{
    private LocalDate? _today;

    public CopiesKept Kept => copies.Summary();

    /// <summary>To be called before each tap is counted: copies the days before when a new one begins.</summary>
    /// <remarks>
    /// When the clock steps back into a day already begun, the copies that show it unfinished go.
    /// Taps without a date can come at any time, so the copies leave them out.
    /// </remarks>
    public void KeepWholeDaysOnly(TallyDate date)
    {
        if (date.Date is not { } day || day == _today)
        {
            return;
        }

        if (HasBegun(connection, date))
        {
            copies.Remove(copy => ShowsUnfinished(copy, date));
        }
        else
        {
            copies.Take(day, path => SqliteFile.CopyWithout(connection, path, ForgetTapsWithoutADate));
            RemoveCopiesBeforeMigrations();
        }

        _today = day;
    }

    /// <summary>Copies whole days only, at any hour: what is there while today has no tap, else the copy made as today began.</summary>
    /// <returns>The path; null when there is no such copy.</returns>
    public static string? OfWholeDays(SqliteConnection connection, DatedCopies copies, LocalDate today, string target)
    {
        var day = new TallyDate(today);
        if (!HasBegun(connection, day))
        {
            SqliteFile.CopyWithout(connection, target, ForgetTapsWithoutADate);
            using var made = SqliteFile.Open(target);
            if (!HasBegun(made, day)) // or its first tap came meanwhile
            {
                return target;
            }
        }

        if (
            copies.NewestFirst().FirstOrDefault(copy => copy.Date <= today && SqliteFile.IsSound(copy.Path) && !ShowsUnfinished(copy, day))
            is not { } whole
        )
        {
            return null;
        }

        using var sound = SqliteFile.Open(whole.Path);
        SqliteFile.Copy(sound, target);
        return target;
    }

    private static void ForgetTapsWithoutADate(SqliteConnection copy) => copy.Execute(NamedSql.Query("Tally/forget-taps-without-a-date"));

    private static bool HasBegun(SqliteConnection connection, TallyDate date) =>
        connection.ExecuteScalar<long>(NamedSql.Query("Tally/rows-on"), new { date = date.ToString() }) > 0;

    private static bool ShowsUnfinished(DatedCopy copy, TallyDate date)
    {
        try
        {
            using var opened = SqliteFile.Open(copy.Path);
            return HasBegun(opened, date);
        }
        catch (SqliteException)
        {
            return true; // what cannot be read can neither help nor be known to be whole days
        }
    }

    /// <summary>They were made at the hour of an update, so they last until the end of that day only.</summary>
    private void RemoveCopiesBeforeMigrations()
    {
        foreach (var path in Directory.EnumerateFiles(folder.Copies, "before-tally-*.db"))
        {
            File.Delete(path);
        }
    }
}
