using Kiosk.App.Houses;
using Kiosk.App.Pairing;
using Kiosk.Core.Clocks;
using Kiosk.Core.Devices;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses;
using Kiosk.Core.Languages;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;

namespace Kiosk.App.Staff.Shell;

/// <summary>What every page of the tablets knows. A paired device may open it, unless it allows anybody.</summary>
public abstract class StaffPage : PageModel
{
    private static readonly LocalTimePattern HourAndMinute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public House House { get; private set; } = null!;

    /// <summary>In the language of this tablet.</summary>
    public Localizer Words { get; private set; } = null!;

    /// <summary>
    /// As the machine's clock says, right or not: <see cref="KnowsTime"/>. Nothing is written by a time that is not known.
    /// </summary>
    public ZonedDateTime Now { get; private set; }

    /// <summary>Whether <see cref="Now"/> is known to be right; else a banner on every page says so.</summary>
    public bool KnowsTime { get; private set; }

    /// <summary>The tablet that asks; null on a page that is open to those not paired yet.</summary>
    public Device Device { get; private set; } = null!;

    /// <summary>
    /// What became of a code that the machine's console gave in the last days: every tablet says so. Null when there was none.
    /// </summary>
    public Wording? Recovered { get; private set; }

    /// <summary>Which entry of the navigation the page belongs to: <c>today</c>, <c>guide</c>.</summary>
    public virtual string Place => "";

    [NonHandler] // by its name Razor Pages would take it for an answer to a request
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var services = HttpContext.RequestServices;
        House = services.GetRequiredService<CurrentHouse>().Current;
        var clock = services.GetRequiredService<HouseClock>();
        (Now, KnowsTime) = clock.Known is { } known ? (known, true) : (clock.Presumed, false);
        Device = HttpContext.Features.Get<Device>()!;
        var language = Device?.Language ?? StaffLanguage.Of(HttpContext, House.Profile.Language);
        Speak(language);
        Recovered = Device is null ? null : Tell(services.GetRequiredService<RecoveryCode>());
    }

    private Wording? Tell(RecoveryCode recovery)
    {
        if (recovery.Note is not { } note)
        {
            return null;
        }

        var ends = Instant.FromDateTimeOffset(note.EndsAt).InZone(Now.Zone);
        var day = ("date", Words.LongDate(ends.Date));
        return note.Tablet is { } tablet ? Words.Translate("recovery.used", day, ("tablet", tablet))
            : recovery.IsInForce(note) ? Words.Translate("recovery.asked", ("time", Localizer.Time(ends.TimeOfDay)))
            : Words.Translate("recovery.unused", day);
    }

    /// <summary>Of a year that a house may live in: beside the first and the last of all dates there is no week.</summary>
    protected static LocalDate? ReadDate(string? text) =>
        LocalDatePattern.Iso.Parse(text ?? "") is { Success: true, Value.Year: > 1900 and < 2200 } date ? date.Value : null;

    /// <summary>As a browser's time field writes it, with or without seconds.</summary>
    protected static LocalTime? ReadTime(string? text) =>
        HourAndMinute.Parse(text is { Length: > 5 } ? text[..5] : text ?? "") is { Success: true } time ? time.Value : null;

    /// <summary>Turns the page to another language.</summary>
    protected void Speak(LanguageTag language)
    {
        HttpContext.Items[WordingTagHelper.LanguageItem] = language;
        Words = new Localizer(HttpContext.RequestServices.GetRequiredService<StaffPhrases>().Phrases, language, House.Profile.Language);
    }
}
