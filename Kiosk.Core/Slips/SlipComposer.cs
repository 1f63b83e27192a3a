using Kiosk.Core.Houses;
using Kiosk.Core.Languages;
using Kiosk.Core.Services;
using NodaTime;

namespace Kiosk.Core.Slips;

/// <summary>Composes the slip of a service.</summary>
public static class SlipComposer
{
    /// <summary>More lines of hours would push the phone number off a small screen; the QR and the service page hold the rest.</summary>
    private const int MostHoursLines = 3;

    public static Slip Compose(House house, Service service, Interpreter visitor, ZonedDateTime now)
    {
        var own = visitor with { Language = house.Profile.Language };
        Interpreter[] interpreters = visitor.Language == own.Language ? [visitor] : [visitor, own];
        return new Slip(
            IsSensitive(house, service) ? "place" : service.Pictogram,
            [.. interpreters.Select(i => Side(house, service, i, now))],
            QrPayload.Of(house, service, visitor, now.Date),
            visitor.Say("slip.scan"),
            house.Profile.Demo ? visitor.Say("demo.mark") : null);
    }

    /// <summary>Whether one of its topics is sensitive: then neither heading nor drawing gives it away.</summary>
    public static bool IsSensitive(House house, Service service) =>
        service.TopicIds.Any(id => house.FindTopic(id) is { } topic && house.IsSensitive(topic));

    private static SlipSide Side(House house, Service service, Interpreter i, ZonedDateTime now)
    {
        var heading = IsSensitive(house, service) ? i.Say("slip.neutral") : i.In(service.Name);
        return new SlipSide(i.Language, heading, i.In(house.Organization(service.OrganizationId).Name), [.. Lines(house, service, i, now)]);
    }

    private static IEnumerable<SlipLine> Lines(House house, Service service, Interpreter i, ZonedDateTime now)
    {
        yield return new SlipLine("place", i.AddressLine(house.Location(service.LocationId).Address), LeftToRight: true);
        var opening = OpeningHours.Of(service, now);
        yield return new SlipLine("today", NextOpening(service, i, opening, now));
        var hoursLines = opening.State == OpeningState.AlwaysOpen ? 0 : MostHoursLines;
        foreach (var hours in i.Hours(service.Schedules, now.Date).Take(hoursLines))
        {
            yield return new SlipLine("clock", new Wording($"{hours.Days} {hours.Times}", i.Language));
        }

        foreach (var phone in service.Phones.Take(1))
        {
            yield return new SlipLine("phone", new Wording(phone.Number, i.Language), LeftToRight: true);
        }

        yield return new SlipLine("walk-in", i.AccessWords(service));
        yield return new SlipLine(service.CostFree ? "free" : "pay", i.Cost(service));
        foreach (var document in service.RequiredDocuments)
        {
            yield return new SlipLine("bring-papers", i.In(document));
        }

        yield return new SlipLine("fresh", i.Say("service.fresh", ("when", i.Month(service.AssuredDate))));
    }

    /// <summary>With its date written out: a slip is read on another day, so "open now" and "tomorrow" would lie on it.</summary>
    private static Wording NextOpening(Service service, Interpreter i, Opening opening, ZonedDateTime now)
    {
        if (opening.State == OpeningState.AlwaysOpen)
        {
            return i.Describe(opening, service.Access, now.Date);
        }

        var next = OpeningHours.WeekOf(service.Schedules, service.Closures, now.Date)
            .Where(window => window.End > now.LocalDateTime).Cast<Window?>().FirstOrDefault();
        return next is { Start: var start, End: var end, WholeDay: var wholeDay }
                ? new Wording($"{i.LongDate(start.Date)} {(wholeDay ? i.Say("time.whole-day").Text : i.Times(start.TimeOfDay, end.TimeOfDay))}", i.Language)
            : opening.OpensAt is { } later ? new Wording($"{i.LongDate(later.Date)} {Interpreter.Time(later.TimeOfDay)}", i.Language)
            : i.Describe(opening, service.Access, now.Date);
    }
}
