using Kiosk.Core.Houses;
using Kiosk.Core.Languages;
using Kiosk.Core.Services;
using NodaTime;

namespace Kiosk.Core.Slips;

/// <summary>What the slip of a service says in one language.</summary>
internal static class ServiceSlip
{
    /// <summary>More lines of hours would push the phone number off a small screen; the QR and the service page hold the rest.</summary>
    private const int MostHoursLines = 3;

    /// <summary>Longer lists are read at the counter, not on a strip of paper; the last line then says that there is more.</summary>
    private const int MostPapersLines = 8;

    /// <param name="discreet">See <see cref="Discretion"/>.</param>
    public static SlipSide Side(House house, Service service, bool discreet, Localizer i, ZonedDateTime? now) =>
        SlipFacts.Side(
            i,
            Heading(house, service, discreet, i),
            OrganizationName(house, service, discreet),
            Lines(house, discreet ? InGeneral(service) : service, discreet, i, now)
        );

    public static Wording Heading(House house, Service service, bool discreet, Localizer i) =>
        discreet ? SlipFacts.NeutralHeading(i, isHere: service.LocationId == house.Profile.LocationId) : SlipFacts.Heading(i, service.Name);

    public static LocalizedText? OrganizationName(House house, Service service, bool discreet) =>
        discreet ? Discretion.OrganizationName(house, service.OrganizationId) : house.Organization(service.OrganizationId).Name;

    /// <summary>Without what the house wrote in its own words.</summary>
    private static Service InGeneral(Service service) =>
        service with
        {
            ApplicationProcess = null,
            FeesDescription = null,
            RequiredDocuments = [],
        };

    private static IEnumerable<SlipLine> Lines(House house, Service service, bool discreet, Localizer i, ZonedDateTime? now) =>
        [
            SlipFacts.Address(i, house.Location(service.LocationId)),
            .. discreet ? [] : SlipFacts.Way(i, house, house.Location(service.LocationId)),
            .. Hours(house, service, i, now),
            .. SlipFacts.Phone(i, service.Phones),
            SlipFacts.Line("walk-in", i.AccessWords(service)),
            .. SlipFacts.Cost(i, service.CostFree, service.FeesDescription),
            .. Papers(service, i),
            SlipFacts.Line("fresh", i.Translate("service.fresh", ("when", i.Month(service.AssuredDate)))),
        ];

    private static IEnumerable<SlipLine> Hours(House house, Service service, Localizer i, ZonedDateTime? now)
    {
        if (now is not { } known)
        {
            return HoursLines(service, i, null) is { Count: > 0 } regular
                ? regular.Take(MostHoursLines)
                : [SlipFacts.Line("clock", i.HoursInShort(service.Schedules, service.Access))];
        }

        var state = house.At(known);
        var lines = state.Of(service).State == OpeningState.AlwaysOpen ? 0 : MostHoursLines;
        return HoursLines(service, i, known.Date).Take(lines).Prepend(SlipFacts.Line("today", NextOpening(state, service, i)));
    }

    private static IReadOnlyList<SlipLine> HoursLines(Service service, Localizer i, LocalDate? today) =>
        [
            .. i.Hours(service.Schedules, today)
                .Select(hours => SlipFacts.Line("clock", new Wording($"{hours.Days} {hours.Times}", i.Language))),
        ];

    /// <summary>With its date, since who keeps a slip reads it on another day; the time in progress counts as the next.</summary>
    private static Wording NextOpening(HouseState state, Service service, Localizer i) =>
        state.Of(service) is { State: not OpeningState.AlwaysOpen } && state.NextTimeOf(service) is { } next
            ? new Wording(SlipFacts.DateAndTimes(i, next, i.Translate("time.whole-day").Text), i.Language)
            : i.Describe(state.Of(service), service.Access, state.Now.Date);

    private static IEnumerable<SlipLine> Papers(Service service, Localizer i)
    {
        SlipLine[] papers =
        [
            .. service
                .RequiredDocuments.Select(i.In)
                .Select(paper => SlipFacts.Line("bring-papers", paper))
                .Where(line => line.Text.Text.Length > 0),
        ];
        return papers.Length <= MostPapersLines
            ? papers
            : papers.Take(MostPapersLines - 1).Append(SlipFacts.Line("bring-papers", new Wording(Shortening.Ellipsis, i.Language)));
    }
}
