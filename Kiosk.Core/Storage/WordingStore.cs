using Dapper;
using Kiosk.Core.Languages;
using Microsoft.Data.Sqlite;

namespace Kiosk.Core.Storage;

/// <summary>What staff say of wordings at one time.</summary>
/// <param name="Written">Corrections of phrases.</param>
/// <param name="TakenBack">Phrases that are to be as shipped again.</param>
/// <param name="Read">Wordings that somebody has read.</param>
/// <param name="Unread">Wordings whose tick was taken away.</param>
public sealed record WordingChanges(
    IReadOnlyList<Correction> Written,
    IReadOnlyList<(LanguageTag Language, string Key)> TakenBack,
    IReadOnlyList<WordingRead> Read,
    IReadOnlyList<WordingRead> Unread
)
{
    public bool ChangePhrases => Written.Count + TakenBack.Count > 0;
}

/// <summary>The tables <c>correction</c> and <c>wording_read</c> of <c>house.db</c>.</summary>
/// <remarks>Safe for use from several threads.</remarks>
public sealed class WordingStore
{
    private readonly SqliteConnection _connection;

    private readonly DatabaseFile _file;

    private readonly Lock _gate;

    /// <param name="gate">The database's own.</param>
    internal WordingStore(SqliteConnection connection, DatabaseFile file, Lock gate) =>
        (_connection, _file, _gate) = (connection, file, gate);

    public IReadOnlyList<Correction> Corrections()
    {
        lock (_gate)
        {
            return
            [
                .. _connection
                    .Query<Row>(NamedSql.Query("House/corrections"))
                    .Select(row => new Correction(LanguageTag.Parse(row.Language), row.Key, row.Wording)),
            ];
        }
    }

    /// <summary>Every wording that somebody has read.</summary>
    public IReadOnlySet<WordingRead> Read()
    {
        lock (_gate)
        {
            return _connection
                .Query<Row>(NamedSql.Query("House/wordings-read"))
                .Select(row => new WordingRead(LanguageTag.Parse(row.Language), row.Key, row.Mark))
                .ToHashSet();
        }
    }

    /// <summary>Writes all of it in one step.</summary>
    /// <exception cref="StorageException">It could not be written; everything is as it was.</exception>
    public void Write(WordingChanges changes)
    {
        lock (_gate)
        {
            _file.Writing(() =>
            {
                using var transaction = _connection.BeginTransaction();
                _connection.Execute(
                    NamedSql.Query("House/put-correction"),
                    changes.Written.Select(one => new
                    {
                        language = one.Language.Value,
                        key = one.Key,
                        wording = one.Wording,
                    })
                );
                _connection.Execute(
                    NamedSql.Query("House/take-back-correction"),
                    changes.TakenBack.Select(one => new { language = one.Language.Value, key = one.Key })
                );
                _connection.Execute(NamedSql.Query("House/untick-wording"), changes.Unread.Select(Parameters));
                Tick(changes.Read);
                transaction.Commit();
            });
        }
    }

    /// <summary>Within a transaction that is open.</summary>
    internal void Tick(IEnumerable<WordingRead> read) => _connection.Execute(NamedSql.Query("House/tick-wording"), read.Select(Parameters));

    private static object Parameters(WordingRead one) =>
        new
        {
            language = one.Language.Value,
            key = one.Key,
            mark = one.Mark,
        };

    private sealed record Row
    {
        public string Language { get; init; } = "";

        public string Key { get; init; } = "";

        public string Wording { get; init; } = "";

        public string Mark { get; init; } = "";
    }
}
