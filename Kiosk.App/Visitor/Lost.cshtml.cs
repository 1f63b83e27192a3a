using Kiosk.Core.Languages;
using Microsoft.AspNetCore.Diagnostics;

namespace Kiosk.App.Visitor;

/// <summary>Stands where an address leads nowhere or a page failed: a way back, never an error.</summary>
public sealed class LostPage : VisitorPage
{
    public void OnGet()
    {
        var lost =
            HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
            ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        if (LanguageTag.TryParse(lost?.Split('/').ElementAtOrDefault(1), out var language) && House.Profile.Languages.Contains(language))
        {
            Speak(language);
        }

        Visit = Visit with { Path = "" }; // a lost address is nothing to go on with: languages and modes lead home
    }
}
