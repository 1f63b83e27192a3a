using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Kiosk.Core.Houses.Editing;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Kiosk.Core.Storage;

/// <summary>
/// Takes out of <c>house.db</c> who was here on days that are over: it holds for its day, and would be a list of who worked when.
/// </summary>
/// <remarks>
/// By what a change did and not by its kind, so that taking one back, bringing in a house file or changing a name in the guide keep no past
/// day either.
/// A change that said nothing else is forgotten with its time.
/// </remarks>
internal static class PastPresences
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Forget(SqliteConnection connection, LocalDate today)
    {
        foreach (var row in connection.Query<EntryRow>(NamedSql.Query("House/entries-of-list"), new { list = PresenceEdits.List }))
        {
            if (TryForget(row.Body, today, out var body))
            {
                connection.Execute(
                    NamedSql.Query("House/rewrite-entry"),
                    new
                    {
                        list = PresenceEdits.List,
                        id = row.Id,
                        body,
                    }
                );
            }
        }

        foreach (var row in connection.Query<ChangeRow>(NamedSql.Query("House/changes-of-list"), new { list = PresenceEdits.List }))
        {
            if (TryForget(row.Before, today, out var before) | TryForget(row.After, today, out var after))
            {
                var same = before is not null && after is not null && JsonNode.DeepEquals(JsonNode.Parse(before), JsonNode.Parse(after));
                connection.Execute(
                    NamedSql.Query("House/rewrite-change-entry"),
                    new
                    {
                        change = row.Change,
                        list = PresenceEdits.List,
                        id = row.Id,
                        before,
                        after = same ? before : after,
                    }
                );
                connection.Execute(NamedSql.Query("House/forget-empty-change"), new { change = row.Change, list = PresenceEdits.List });
            }
        }
    }

    /// <returns>Whether anything was taken out.</returns>
    private static bool TryForget(string? body, LocalDate today, out string? kept)
    {
        kept = body;
        if (body is null)
        {
            return false;
        }

        var presence = JsonNode.Parse(body)!.AsObject();
        var without = PresenceEdits.WithoutPast(presence, today);
        if (JsonNode.DeepEquals(presence, without))
        {
            return false;
        }

        kept = without.ToJsonString(Readable);
        return true;
    }

    private sealed record EntryRow
    {
        public string Id { get; init; } = "";

        public string Body { get; init; } = "";
    }

    private sealed record ChangeRow
    {
        public long Change { get; init; }

        public string Id { get; init; } = "";

        public string? Before { get; init; }

        public string? After { get; init; }
    }
}
