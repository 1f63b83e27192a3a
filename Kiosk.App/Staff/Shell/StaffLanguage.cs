using Kiosk.App.Houses;
using Kiosk.Core.Languages;
using Microsoft.Net.Http.Headers;

namespace Kiosk.App.Staff.Shell;

/// <summary>Finds the language of a tablet that was not paired yet.</summary>
internal static class StaffLanguage
{
    /// <summary>The first its browser wants of those that staff's pages are written in, else the house's own, else English.</summary>
    public static LanguageTag Of(HttpContext context, LanguageTag house)
    {
        var wanted = context
            .Request.GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(language => language, StringWithQualityHeaderValueComparer.QualityComparer)
            .Select(language => language.Value.Value?.Split('-')[0])
            .Select(word => LanguageTag.TryParse(word, out var language) ? language : null)
            .OfType<LanguageTag>();
        return wanted.Append(house).FirstOrDefault(StaffPhrases.Languages.Contains, StaffPhrases.Languages[^1]);
    }
}
