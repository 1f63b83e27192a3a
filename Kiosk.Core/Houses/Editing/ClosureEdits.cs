using System.Text.Json.Nodes;
using Kiosk.Core.Languages;
using NodaTime;
using NodaTime.Text;

namespace Kiosk.Core.Houses.Editing;

/// <summary>What staff do at the desk to the closures of the house, on its entry of the house file.</summary>
/// <remarks>One closing at the desk is in force at a time; those that somebody planned stay as they are.</remarks>
public static class ClosureEdits
{
    private const string List = "closures";

    /// <param name="until">Last day, inclusive.</param>
    /// <param name="starts">On the first day it begins then; null for the whole day.</param>
    /// <param name="reason">In one language of the house; null when none was given.</param>
    public static void Close(JsonObject house, LocalDate from, LocalDate until, LocalTime? starts, (string Language, string Text)? reason)
    {
        OpenAgain(house);
        var closure = new JsonObject
        {
            ["from"] = LocalDatePattern.Iso.Format(from),
            ["to"] = LocalDatePattern.Iso.Format(until),
            ["unforeseen"] = true,
        };
        if (starts is { } time)
        {
            closure["starts"] = Localizer.Time(time);
        }

        if (reason is { } why)
        {
            closure["reason"] = new JsonObject { [why.Language] = why.Text };
        }

        house[List] = new JsonArray([closure, .. (house[List] as JsonArray ?? []).Select(other => other!.DeepClone())]);
    }

    public static void OpenAgain(JsonObject house)
    {
        if (house[List] is JsonArray closures)
        {
            closures.RemoveAll(closure => closure is JsonObject said && (bool?)said["unforeseen"] is true);
            if (closures.Count == 0)
            {
                house.Remove(List);
            }
        }
    }
}
