using System.Text;
using Kiosk.Core.Houses;
using Kiosk.Core.Languages;
using Kiosk.Core.Programme;
using Kiosk.Core.Services;
using NodaTime;

namespace Kiosk.Core.Slips;

/// <summary>
/// The text inside a slip's QR: a <see cref="ContactCard"/>, or the service's own web address where the house chose it, it fits and
/// the slip need not be discreet.
/// </summary>
public static class QrPayload
{
    /// <summary>
    /// Bytes that a version 10 code holds at level M (213 by ISO/IEC 18004, table 7) beside the mark of its character set; larger codes
    /// read badly from 203 dpi paper.
    /// </summary>
    public const int RoomBytes = 212;

    /// <param name="discreet">See <see cref="Discretion"/>: then never a web address, which names the service.</param>
    public static string Of(House house, Service service, bool discreet, Localizer localizer, LocalDate? today) =>
        service is { QrContent: QrContent.Url, Url: { } url } && Encoding.UTF8.GetByteCount(url) <= RoomBytes && !discreet
            ? url
            : Card(house, service, discreet, localizer, today).Write(RoomBytes);

    public static string Of(House house, Activity activity, bool discreet, Localizer localizer, ZonedDateTime? now) =>
        Card(house, activity, discreet, localizer, now).Write(RoomBytes);

    private static ContactCard Card(House house, Service service, bool discreet, Localizer i, LocalDate? today) =>
        new(
            i,
            ServiceSlip.Heading(house, service, discreet, i),
            service.Phones is [var first, ..] ? first : null,
            house.Location(service.LocationId).Address,
            [.. i.Hours(service.Schedules, today).Select(hours => $"{hours.Days} {hours.Times}")],
            SlipFacts.Organization(i, ServiceSlip.OrganizationName(house, service, discreet))
        );

    private static ContactCard Card(House house, Activity activity, bool discreet, Localizer i, ZonedDateTime? now) =>
        new(
            i,
            ActivitySlip.Heading(activity, discreet, i),
            house.Profile.Phones is [var first, ..] ? first : null,
            house.Location(house.Profile.LocationId).Address,
            ActivitySlip.Times(house, activity, i, now),
            SlipFacts.Organization(i, ActivitySlip.OrganizationName(house, activity, discreet))
        );
}
