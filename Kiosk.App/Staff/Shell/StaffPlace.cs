namespace Kiosk.App.Staff.Shell;

/// <summary>One entry of the navigation.</summary>
/// <param name="Name">The word is <c>place.NAME</c> of the staff words.</param>
/// <param name="IsDaily">In reach of the thumb; the others stand at the top.</param>
public sealed record StaffPlace(string Name, string Path, string Pictogram, bool IsDaily)
{
    public static readonly IReadOnlyList<StaffPlace> All =
    [
        new("today", "/", "today", true),
        new("week", "/week", "appointment", true),
        new("guide", "/guide", "learn", true),
        new("exchange", "/exchange", "exchange", true),
        new("report", "/report", "report", false),
        new("devices", "/devices", "tablet", false),
        new("health", "/health", "kiosk", false),
        new("help", "/help", "help", false),
    ];
}
