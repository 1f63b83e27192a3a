using Kiosk.App.Houses;
using Kiosk.App.Printing;
using Kiosk.Core.Clocks;
using Kiosk.Core.Houses;
using Kiosk.Core.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Kiosk.App.Visitor.Shell;

/// <summary>What every visitor's page knows: the house, the language and modes of its address, and the time.</summary>
[IgnoreAntiforgeryToken] // there is no cookie to abuse; OfferedMethods refuses what another site sends
public abstract class VisitorPage : PageModel
{
    /// <summary>
    /// Query keys that belong to the page itself: which part of a topic it shows, which topic led to it, what became of the slip on paper,
    /// and which face was touched.
    /// </summary>
    private static readonly string[] KeptKeys = ["page", "topic", "paper", "face"];

    public House House { get; private set; } = null!;

    public Visit Visit { get; protected set; } = null!;

    public Localizer Words { get; private set; } = null!;

    /// <summary>Null while the time is not known: then nothing is guessed, and what does not hang on today is shown.</summary>
    public ZonedDateTime? Now { get; private set; }

    /// <summary>The house now, the same for all pages; null while the time is not known.</summary>
    public HouseState? State { get; private set; }

    /// <summary>What a slip can be printed by now.</summary>
    public PaperOffer Paper { get; private set; }

    /// <summary>What happens on this page by itself, for the screen's scripts: <c>rest</c>, <c>live</c>, or nothing.</summary>
    public virtual string Behaviour => "";

    /// <summary>Whether it says, above everything, that somebody is coming who was called.</summary>
    public virtual bool TellsWhoIsComing => Behaviour is not ("rest" or "corners");

    /// <summary>Staff look at the page before it is saved: no script runs on it, so nothing is counted.</summary>
    public bool IsPreview => PreviewedHouse.IsShownBy(HttpContext);

    /// <summary>Counted once in a visit when the page has been shown.</summary>
    public virtual string? ShownCell => null;

    /// <summary>The visitor may need to go at once: the page offers it.</summary>
    public virtual bool Sensitive => false;

    [NonHandler] // by its name Razor Pages would take it for an answer to a request
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var services = HttpContext.RequestServices;
        House = PreviewedHouse.Of(HttpContext);
        Now = services.GetRequiredService<HouseClock>().Known;
        State = Now is { } now ? House.At(now) : null;
        Paper = services.GetRequiredService<SlipPrinting>().Offer;
        Speak(AskedLanguage() ?? House.Profile.Language);
    }

    /// <summary>Turns the page to another language.</summary>
    protected void Speak(LanguageTag language)
    {
        var path = (Request.Path.Value ?? "").TrimStart('/');
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var kept = string.Join(
            '&',
            KeptKeys.Where(key => Request.Query.ContainsKey(key)).Select(key => $"{key}={Uri.EscapeDataString(Request.Query[key]!)}")
        );
        Visit = new Visit(
            language,
            (slash < 0 ? "" : path[(slash + 1)..]) + (kept.Length > 0 ? "?" + kept : ""),
            Shell.Visit.ReadModes(Request.Query[Shell.Visit.ModesKey])
        )
        {
            Root = Request.PathBase,
            Trail = Shell.Visit.ReadTrail(Request.Query[Shell.Visit.TrailKey]),
        };
        HttpContext.Items[WordingTagHelper.LanguageItem] = language;
        Words = new Localizer(HttpContext.RequestServices.GetRequiredService<Phrasebook>(), language, House.Profile.Language);
    }

    private LanguageTag? AskedLanguage() =>
        LanguageTag.TryParse(RouteData.Values["lang"] as string, out var language) && House.Profile.Languages.Contains(language)
            ? language
            : null;
}
