using Kiosk.Core.Houses;
using Kiosk.Core.Languages;
using Kiosk.Core.Programme;
using Kiosk.Core.Services;
using NodaTime;

namespace Kiosk.Core.Slips;

/// <summary>Composes the slip of a service or an activity.</summary>
public static class SlipComposer
{
    /// <summary>Drawn on every slip whose own drawing would give its topic away.</summary>
    private const string NeutralPictogram = "place";

    /// <param name="topicId">The topic that led to it; null where none did.</param>
    /// <param name="now">Null while the time is not known: then the slip says hours, and neither a date nor what is open.</param>
    public static Slip Compose(House house, Service service, string? topicId, Localizer visitor, ZonedDateTime? now)
    {
        var discreet = Discretion.IsNeeded(house, service, topicId);
        return new(
            discreet ? NeutralPictogram : service.Pictogram,
            Sides(visitor, house, i => ServiceSlip.Side(house, service, discreet, i, now)),
            QrPayload.Of(house, service, discreet, visitor, now?.Date),
            visitor.Translate("slip.scan"),
            house.Profile.Demo ? visitor.Translate("demo.mark") : null
        );
    }

    /// <inheritdoc cref="Compose(House, Service, string?, Localizer, ZonedDateTime?)"/>
    public static Slip Compose(House house, Activity activity, string? topicId, Localizer visitor, ZonedDateTime? now)
    {
        var discreet = Discretion.IsNeeded(house, activity, topicId);
        return new(
            discreet ? NeutralPictogram : activity.Pictogram,
            Sides(visitor, house, i => ActivitySlip.Side(house, activity, discreet, i, now)),
            QrPayload.Of(house, activity, discreet, visitor, now),
            visitor.Translate("slip.scan"),
            house.Profile.Demo ? visitor.Translate("demo.mark") : null
        );
    }

    private static SlipSide[] Sides(Localizer visitor, House house, Func<Localizer, SlipSide> side)
    {
        var own = visitor with { Language = house.Profile.Language };
        var first = side(visitor);
        return visitor.Language == own.Language ? [first] : [first, side(own).Without(first)];
    }
}
