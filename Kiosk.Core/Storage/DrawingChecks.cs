using Dapper;
using Kiosk.Core.Languages;
using Kiosk.Core.PictogramComprehension;
using Microsoft.Data.Sqlite;

namespace Kiosk.Core.Storage;

/// <summary>
/// The table <c>drawing_check</c> of <c>house.db</c>: how often which answer was given. Safe for use from several threads.
/// </summary>
/// <remarks>
/// Outside of the house's history, which has times. Each change lays the few rows out anew, in the order of their key: a row put in between
/// others would lie in the file where it was written, and show which answer came first.
/// </remarks>
public sealed class DrawingChecks
{
    private readonly SqliteConnection _connection;
    private readonly DatabaseFile _file;

    private readonly Lock _gate;

    internal DrawingChecks(SqliteConnection connection, DatabaseFile file, Lock gate) =>
        (_connection, _file, _gate) = (connection, file, gate);

    public IReadOnlyList<CheckCount> All()
    {
        lock (_gate)
        {
            return Read();
        }
    }

    /// <exception cref="StorageException">It could not be written; everything is as it was. The same holds for what follows.</exception>
    public void Add(CheckAnswer answer) => Change(times => Count(times, answer, 1));

    /// <summary>Counts one answer in place of another that was given by mistake.</summary>
    public void Exchange(CheckAnswer mistaken, CheckAnswer meant) =>
        Change(times =>
        {
            Count(times, mistaken, -1);
            Count(times, meant, 1);
        });

    /// <summary>An answer that was forgotten meanwhile stays so.</summary>
    public void TakeBack(CheckAnswer answer) => Change(times => Count(times, answer, -1));

    /// <summary>Forgets what was ever said of a drawing, in every language.</summary>
    public void Forget(string drawing) =>
        Change(times =>
        {
            foreach (var answer in times.Keys.Where(answer => answer.Shown.Drawing == drawing).ToList())
            {
                times.Remove(answer);
            }
        });

    public void ForgetAll() => Change(times => times.Clear());

    private static void Count(Dictionary<CheckAnswer, int> times, CheckAnswer answer, int more)
    {
        if (times.GetValueOrDefault(answer) + more is > 0 and var sum)
        {
            times[answer] = sum;
        }
        else
        {
            times.Remove(answer);
        }
    }

    private void Change(Action<Dictionary<CheckAnswer, int>> change)
    {
        lock (_gate)
        {
            _file.Writing(() =>
            {
                using var transaction = _connection.BeginTransaction();
                var times = Read().ToDictionary(count => count.Answer, count => count.Times);
                change(times);
                _connection.Execute(NamedSql.Query("House/forget-drawing-checks"), transaction: transaction);
                _connection.Execute(NamedSql.Query("House/add-drawing-check"), InOrder(times), transaction);
                transaction.Commit();
            });
        }
    }

    private static IEnumerable<object> InOrder(Dictionary<CheckAnswer, int> times) =>
        from count in times
        let shown = count.Key.Shown
        let row = new
        {
            drawing = shown.Drawing,
            mark = shown.Mark,
            language = shown.Language.Value,
            understanding = Word(count.Key.Understanding),
            said = count.Key.Said,
            times = count.Value,
        }
        orderby string.Join('\0', row.drawing, row.mark, row.language, row.understanding, row.said)
        select (object)row;

    private IReadOnlyList<CheckCount> Read() =>
        [.. _connection.Query<Row>(NamedSql.Query("House/drawing-checks")).Select(row => row.ToCount())];

    private static string Word(Understanding understanding) =>
        understanding switch
        {
            Understanding.Right => "right",
            Understanding.Nearly => "nearly",
            Understanding.Other => "other",
            Understanding.Opposite => "opposite",
            Understanding.Unknown => "unknown",
        };

    private sealed record Row
    {
        public string Drawing { get; init; } = "";

        public string Mark { get; init; } = "";

        public string Language { get; init; } = "";

        public string Understanding { get; init; } = "";

        public string Said { get; init; } = "";

        public long Times { get; init; }

        public CheckCount ToCount() =>
            new(
                new CheckAnswer(
                    new ShownDrawing(Drawing, Mark, LanguageTag.Parse(Language)),
                    Enum.GetValues<Understanding>().First(known => Word(known) == Understanding),
                    Said
                ),
                (int)Times
            );
    }
}
