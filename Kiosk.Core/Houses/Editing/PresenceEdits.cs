using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace Kiosk.Core.Houses.Editing;

/// <summary>What staff say of who is here, on the entry of the house file.</summary>
public static class PresenceEdits
{
    /// <summary>Holds for that date only; what was said of earlier dates is forgotten.</summary>
    public static void Say(JsonObject presence, LocalDate date, bool here)
    {
        var iso = LocalDatePattern.Iso.Format(date);
        var later = (presence["changes"] as JsonArray ?? []).Where(change => string.CompareOrdinal((string?)change!["date"], iso) > 0);
        presence["changes"] = new JsonArray([new JsonObject { ["date"] = iso, ["here"] = here }, .. later.Select(change => change!.DeepClone())]);
    }
}
