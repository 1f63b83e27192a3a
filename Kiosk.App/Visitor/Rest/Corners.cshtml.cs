using Kiosk.App.Visitor.Shell;
using Kiosk.Core.Languages;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Visitor.Rest;

/// <summary>
/// Four corners to touch, one after the other: staff try from a tablet whether the screen feels. It counts nothing, and goes to rest by
/// itself.
/// </summary>
public sealed class CornersPage : VisitorPage
{
    /// <summary>Whoever comes meanwhile waits so long at most, or touches the middle.</summary>
    public const int LongestSeconds = 60;

    public override string Behaviour => "corners";

    public void OnGet([FromQuery(Name = "in")] string? asked)
    {
        if (LanguageTag.TryParse(asked, out var language) && House.Profile.Languages.Contains(language))
        {
            Speak(language);
        }
    }
}
