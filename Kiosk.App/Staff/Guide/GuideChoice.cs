using System.Globalization;
using System.Text.Json.Nodes;
using Kiosk.Core.Houses.Editing;

namespace Kiosk.App.Staff.Guide;

/// <summary>Two people changed the same of an entry; who came second chooses, key by key.</summary>
/// <param name="Theirs">What is in force; null when it was removed.</param>
/// <param name="Mine">What was typed.</param>
/// <param name="Opened">What both began with.</param>
/// <param name="Keys">What both changed.</param>
public sealed record GuideChoice(
    EntryKey Key,
    JsonObject? Theirs,
    JsonObject Mine,
    JsonObject? Opened,
    long? Version,
    long? TheirVersion,
    IReadOnlyList<string> Keys,
    IReadOnlySet<string> Taken
)
{
    private const string TheirWord = "theirs";

    public static GuideChoice Between(EditConflict overtaking, GuideForm form) =>
        new(
            overtaking.Key,
            overtaking.Theirs,
            overtaking.Mine ?? form.Body,
            form.Opened,
            form.Version,
            overtaking.TheirVersion,
            overtaking.Keys,
            new HashSet<string>()
        );

    /// <returns>Null when the form was cut short.</returns>
    public static GuideChoice? Read(IFormCollection form, EntryKey key)
    {
        var keys = form["keys"].OfType<string>().ToList();
        return Guidebook.Parse(form["mine"]) is { } mine
            ? new GuideChoice(
                key,
                Guidebook.Parse(form["theirs"]),
                mine,
                Guidebook.Parse(form["opened"]),
                null,
                long.TryParse(form["theirVersion"], CultureInfo.InvariantCulture, out var version) ? version : null,
                keys,
                keys.Where(one => form["pick." + one] == TheirWord).ToHashSet()
            )
            : null;
    }

    /// <summary>Both together, each of <see cref="Keys"/> as chosen; null when it stays removed.</summary>
    public JsonObject? Settled()
    {
        if (Theirs is null || Opened is null)
        {
            return Taken.Count > 0 ? null : Mine;
        }

        var (theirs, mine) = ((JsonObject)Theirs.DeepClone(), (JsonObject)Mine.DeepClone());
        foreach (var key in Keys)
        {
            var (from, to) = Taken.Contains(key) ? (theirs, mine) : (mine, theirs);
            to.Remove(key);
            if (from[key] is { } value)
            {
                to[key] = value.DeepClone();
            }
        }

        return EntryMerge.Merge(Opened, theirs, mine).Merged ?? mine;
    }
}
