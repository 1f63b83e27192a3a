namespace Kiosk.App.Visitor;

/// <summary>Stands where an address leads nowhere or a page failed: a way back, never an error.</summary>
public sealed class LostPage : VisitorPage
{
    public void OnGet()
    {
        // The address of a lost page is nothing to go on with: its languages and modes lead home.
        Visit = Visit with { Path = "" };
    }
}
