using Kiosk.Core.Languages;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace Kiosk.App.Visitor.Shell;

/// <summary>Stands where an address leads nowhere or a page failed: a way back, never an error.</summary>
public sealed class LostPage : VisitorPage
{
    public void OnGet()
    {
        var notFound = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var lost = notFound?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        if (LanguageTag.TryParse(lost?.Split('/').ElementAtOrDefault(1), out var language) && House.Profile.Languages.Contains(language))
        {
            Speak(language);
        }

        // a lost address is nothing to go on with: languages and modes lead home
        Visit = Visit with
        {
            Path = "",
            Trail = [],
            Modes = notFound is null
                ? Visit.Modes
                : Shell.Visit.ReadModes(QueryHelpers.ParseQuery(notFound.OriginalQueryString).GetValueOrDefault(Shell.Visit.ModesKey)),
        };
    }
}
