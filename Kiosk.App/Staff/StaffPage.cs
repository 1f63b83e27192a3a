using Kiosk.App.Shared;
using Kiosk.Core.Devices;
using Kiosk.Core.Houses;
using Kiosk.Core.Languages;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Kiosk.App.Staff;

/// <summary>What every page of the tablets knows. A paired device may open it, unless it allows anybody.</summary>
public abstract class StaffPage : PageModel
{
    public House House { get; private set; } = null!;

    /// <summary>In the language of this tablet.</summary>
    public Interpreter Words { get; private set; } = null!;

    public ZonedDateTime Now { get; private set; }

    /// <summary>The tablet that asks; null on a page that is open to those not paired yet.</summary>
    public Device Device { get; private set; } = null!;

    /// <summary>Which entry of the navigation the page belongs to: <c>today</c>, <c>guide</c>.</summary>
    public virtual string Place => "";

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var services = HttpContext.RequestServices;
        House = services.GetRequiredService<HouseInForce>().Current;
        Now = services.GetRequiredService<HouseClock>().Now;
        Device = new Device(1, "", Role.Coordinator, House.Profile.Language, Now.Date, Now.Date); // until tablets are paired
        var language = StaffLanguage.Of(HttpContext, House.Profile.Language);
        HttpContext.Items[WordingTagHelper.LanguageItem] = language;
        Words = new Interpreter(services.GetRequiredService<StaffPhrases>().Phrases, language, House.Profile.Language);
    }
}
