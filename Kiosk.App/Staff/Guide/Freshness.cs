using System.Text.Json.Nodes;
using Kiosk.Core.Schema;
using NodaTime;
using NodaTime.Text;

namespace Kiosk.App.Staff.Guide;

/// <summary>How old the information about a service is.</summary>
/// <param name="AssuredOn">When somebody last checked it; null when nobody can tell.</param>
/// <param name="IsOld">Longer than six months ago: worth a call. It is shown to visitors all the same.</param>
public sealed record Freshness(LocalDate? AssuredOn, bool IsOld)
{
    private const int GoodMonths = 6;

    public static Freshness Of(JsonObject body, LocalDate today) =>
        LocalDatePattern.Iso.Parse(body[Keys.AssuredDate]?.ToString() ?? "") is { Success: true } day
            ? new Freshness(day.Value, day.Value.PlusMonths(GoodMonths) < today)
            : new Freshness(null, true);
}
