using System.Security.Claims;

namespace Kiosk.App.Staff;

/// <summary>One entry of the navigation.</summary>
/// <param name="Name">The word is <c>place.NAME</c> of the staff words.</param>
/// <param name="IsDaily">In reach of the thumb; the others stand at the top.</param>
/// <param name="Role">Who alone may go there (<see cref="StaffRoles"/>); null is everybody of the house.</param>
public sealed record StaffPlace(string Name, string Path, string Pictogram, bool IsDaily, string? Role = null)
{
    public static readonly IReadOnlyList<StaffPlace> All =
    [
        new("today", "/", "today", true),
        new("week", "/week", "appointment", true),
        new("guide", "/guide", "learn", true),
        new("exchange", "/exchange", "exchange", true),
        new("report", "/report", "report", false, StaffRoles.Coordinator),
        new("devices", "/devices", "phone", false),
        new("health", "/health", "repair", false),
        new("help", "/help", "help", false),
    ];

    /// <summary>The entries that somebody may go to.</summary>
    public static IEnumerable<StaffPlace> For(ClaimsPrincipal somebody) => All.Where(place => place.Role is null || somebody.IsInRole(place.Role));
}
