namespace Kiosk.App.Staff;

/// <summary>The day as a list: the screen that staff live in.</summary>
public sealed class TodayPage : StaffPage
{
    public override string Place => "today";

    public void OnGet()
    {
    }
}
