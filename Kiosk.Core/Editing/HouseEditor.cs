using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kiosk.Core.Clocks;
using Kiosk.Core.Houses;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Languages;
using Kiosk.Core.Pictograms;
using Kiosk.Core.Storage;

namespace Kiosk.Core.Editing;

/// <summary>The one way in which the house changes: all or nothing, on disk first, then on every open page.</summary>
/// <remarks>
/// An edit names the version it saw. When somebody was faster, both are brought together where they do not touch the same; where they do,
/// nothing is changed and whoever came second is asked.
/// </remarks>
public sealed partial class HouseEditor(HouseDatabase database, CurrentHouse house, PictogramSet pictograms, HouseClock clock)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Up for a day, and mostly ready sentences of the program: read among those.</summary>
    private const string Notices = "notices";

    private readonly Lock _gate = new();

    public VersionedEntry? Find(EntryKey key) => Entries(key.List).FirstOrDefault(entry => entry.Key == key);

    /// <summary>The entry as it was at a version, to change it as whoever saw it meant to; as it is now, when that was forgotten.</summary>
    public VersionedEntry? Find(EntryKey key, long version) =>
        Find(key) is { } now && now.Version != version && Parse(database.BodyAt(key, version)) is { } then
            ? new VersionedEntry(key, then, version)
            : Find(key);

    /// <summary>The entries of a list, in the house's order.</summary>
    public IReadOnlyList<VersionedEntry> Entries(string list) =>
        [
            .. database
                .Entries()
                .Where(entry => entry.Key.List == list)
                .Select(entry => new VersionedEntry(entry.Key, Parse(entry.Body)!, entry.Version)),
        ];

    /// <summary>The changes of the last 30 days, the newest first.</summary>
    public IReadOnlyList<HouseChange> History() => database.Changes(clock.Presumed.LocalDateTime);

    /// <summary>What a change did; empty when it was forgotten.</summary>
    public IReadOnlyList<EntryWrite> WritesOf(long change) => database.WritesOf(change);

    /// <summary>Makes a change that a person wrote: texts that it brings count as read.</summary>
    /// <param name="what">Kind of change, a phrase of the staff's words.</param>
    /// <exception cref="StorageException">It could not be written; everything is as it was.</exception>
    public EditResult Apply(string what, params IReadOnlyList<EntryEdit> edits) => InTurn(() => Apply(what, null, edits, isWritten: true));

    /// <summary>Puts a whole house file in force: what differs becomes one change.</summary>
    /// <param name="seen">The entries of which the file was made; what was changed since stays where the file does not change it.</param>
    public EditResult Replace(string what, string houseFile, IReadOnlyList<StoredEntry> seen) =>
        InTurn(() =>
        {
            var reading = HouseFile.Read(houseFile, pictograms.Names);
            if (reading.House is null)
            {
                return new EditResult.Refused([
                    .. reading.Problems.Select(problem => new EntryProblem(null, problem.Path, problem.Sentence)),
                ]);
            }

            var before = seen.ToDictionary(entry => entry.Key);
            var wanted = HouseDatabase.Split(houseFile).ToList();
            return Apply(
                what,
                null,
                [
                    .. wanted.Select(entry => new EntryEdit(entry.Key, Parse(entry.Body), before.GetValueOrDefault(entry.Key)?.Version)
                    {
                        Position = entry.Position,
                    }),
                    .. seen.ExceptBy(wanted.Select(entry => entry.Key), entry => entry.Key)
                        .Select(entry => new EntryEdit(entry.Key, null, entry.Version)),
                ]
            );
        });

    /// <summary>Takes a change back; what was changed since stays where it is something else.</summary>
    public EditResult Undo(long change) =>
        InTurn(() =>
            Apply(
                "change.undone",
                change,
                [
                    .. database
                        .WritesOf(change)
                        .Select(write => new EntryEdit(write.Key, Parse(write.Before), write.After is null ? null : change)
                        {
                            Position = write.PositionBefore,
                        }),
                ]
            )
        );

    /// <summary>The house as it would be; null with the problems when it would be none. Nothing is changed.</summary>
    public House? Try(IReadOnlyList<EntryEdit> edits, out IReadOnlyList<EntryProblem> problems)
    {
        lock (_gate)
        {
            var writes = Settle(edits, database.Entries().ToDictionary(entry => entry.Key), out var overtaken);
            (var tried, problems) = overtaken.Count > 0 ? (null, []) : Read(writes);
            return tried;
        }
    }

    /// <summary>One edit at a time; what became of it is told when the next may begin.</summary>
    private EditResult InTurn(Func<EditResult> edit)
    {
        EditResult result;
        lock (_gate)
        {
            result = edit();
        }

        if (result is EditResult.Done { Change: > 0 })
        {
            house.Announce();
        }

        return result;
    }

    /// <param name="isWritten">Whether a person wrote what it brings; a file may come from a machine, and what is put back may too.</param>
    private EditResult Apply(string what, long? undoes, IReadOnlyList<EntryEdit> edits, bool isWritten = false)
    {
        EditResult? result;
        do
        {
            result = TryApply(what, undoes, edits, isWritten);
        } while (result is null); // another process came between: look at what it wrote
        return result;
    }

    /// <returns>Null when another process changed the house meanwhile.</returns>
    private EditResult? TryApply(string what, long? undoes, IReadOnlyList<EntryEdit> edits, bool isWritten)
    {
        var seen = database.LastChange;
        var writes = Settle(edits, database.Entries().ToDictionary(entry => entry.Key), out var overtaken);
        if (overtaken.Count > 0)
        {
            return new EditResult.Overtaken(overtaken);
        }

        if (writes.Count == 0)
        {
            return new EditResult.Done(0);
        }

        var (changed, problems) = Read(writes);
        if (changed is null)
        {
            return new EditResult.Refused(problems);
        }

        if (clock.Known is not { } now)
        {
            return EditResult.Refused.TimeUnknown;
        }

        if (database.Write(now.LocalDateTime, what, undoes, writes, seen, isWritten ? Written(writes) : []) is not { } number)
        {
            return null;
        }

        house.Set(changed);
        return new EditResult.Done(number);
    }

    /// <summary>The wordings that somebody writes where a machine wrote before them.</summary>
    private WordingRead[] Written(IEnumerable<EntryWrite> writes) =>
        [
            .. writes
                .Where(write => write.After is not null && write.Key.List != Notices)
                .SelectMany(write =>
                    EntryTexts.Written(write.Key, Parse(write.Before), Parse(write.After)!, house.Current.Profile.Unreviewed)
                ),
        ];

    /// <summary>What is to be written, and where somebody was faster.</summary>
    private List<EntryWrite> Settle(IReadOnlyList<EntryEdit> edits, Dictionary<EntryKey, StoredEntry> now, out List<EditConflict> overtaken)
    {
        var writes = new List<EntryWrite>();
        overtaken = [];
        foreach (var edit in edits)
        {
            var current = now.GetValueOrDefault(edit.Key);
            if (Settled(edit, current, out var body) is { } overtaking)
            {
                overtaken.Add(overtaking);
                continue;
            }

            var (was, after) = (Kept(edit.Key, Parse(current?.Body)), Kept(edit.Key, body));
            var places = now
                .Values.Where(entry => entry.Key.List == edit.Key.List)
                .Select(entry => entry.Position)
                .DefaultIfEmpty(-1)
                .ToList();
            var wanted = edit.First ? places.Min() - 1 : edit.Position;
            var (before, at) = (current?.Position ?? wanted ?? places.Max() + 1, wanted ?? current?.Position ?? places.Max() + 1);
            if (before != at || !JsonNode.DeepEquals(was, after))
            {
                writes.Add(new EntryWrite(edit.Key, was?.ToJsonString(Readable), after?.ToJsonString(Readable), before, at));
                now[edit.Key] = new StoredEntry(edit.Key, at, 0, after?.ToJsonString(Readable) ?? "{}");
            }
        }

        return writes;
    }

    /// <param name="body">The entry as it is to be; null to remove it.</param>
    /// <returns>Null when it is settled.</returns>
    private EditConflict? Settled(EntryEdit edit, StoredEntry? current, out JsonObject? body)
    {
        body = edit.Body;
        if (current?.Version == edit.Version)
        {
            return null;
        }

        var theirs = Parse(current?.Body);
        var before = edit.Version is { } version ? Parse(database.BodyAt(edit.Key, version)) : null;
        if (before is null || theirs is null || edit.Body is null)
        {
            return JsonNode.DeepEquals(theirs, edit.Body) ? null : new EditConflict(edit.Key, theirs, current?.Version, edit.Body, []);
        }

        (body, var both) = EntryMerge.Merge(before, theirs, edit.Body);
        return body is null ? new EditConflict(edit.Key, theirs, current!.Version, edit.Body, both) : null;
    }

    private (House? House, IReadOnlyList<EntryProblem> Problems) Read(List<EntryWrite> writes)
    {
        var written = writes.ToDictionary(write => write.Key);
        var entries = database
            .Entries()
            .Where(entry => !written.ContainsKey(entry.Key))
            .Select(entry => (entry.Key, entry.Position, entry.Body))
            .Concat(writes.Where(write => write.After is not null).Select(write => (write.Key, write.Position, Body: write.After!)))
            .OrderBy(entry => entry.Key.List, StringComparer.Ordinal)
            .ThenBy(entry => entry.Position)
            .ThenBy(entry => entry.Key.Id, StringComparer.Ordinal)
            .ToList();
        var reading = HouseFile.Read(HouseDatabase.Join(entries.Select(entry => (entry.Key.List, entry.Body))), pictograms.Names);
        var lists = entries.ToLookup(entry => entry.Key.List, entry => entry.Key);
        return (reading.House, [.. reading.Problems.Select(problem => InEntry(problem, lists))]);
    }

    /// <summary>From a place in the file, <c>services[3].name</c>, to one in an entry.</summary>
    private static EntryProblem InEntry(Problem problem, ILookup<string, EntryKey> lists)
    {
        var place = PlaceInFile().Match(problem.Path);
        var keys = lists[place.Groups["list"].Value].ToList();
        var index = place.Groups["index"].Success
            ? int.Parse(place.Groups["index"].Value, System.Globalization.CultureInfo.InvariantCulture)
            : 0;
        return place.Success && index < keys.Count
            ? new EntryProblem(keys[index], place.Groups["rest"].Value, problem.Sentence)
            : new EntryProblem(null, problem.Path, problem.Sentence);
    }

    /// <summary>What of an entry may be written, in the house and in its history.</summary>
    private JsonObject? Kept(EntryKey key, JsonObject? body) =>
        body is not null && key.List == PresenceEdits.List && clock.Known is { } now ? PresenceEdits.WithoutPast(body, now.Date) : body;

    private static JsonObject? Parse(string? body) => body is null ? null : JsonNode.Parse(body)!.AsObject();

    [GeneratedRegex(@"^(?<list>[a-z]+)(\[(?<index>\d+)\])?(\.(?<rest>.+))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex PlaceInFile();
}
