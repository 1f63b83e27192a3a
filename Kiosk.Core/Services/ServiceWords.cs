using Kiosk.Core.Languages;

namespace Kiosk.Core.Services;

/// <summary>Says the facts of a service that a visitor decides by.</summary>
public static class ServiceWords
{
    public static Wording AccessWords(this Localizer localizer, Service service) =>
        service.ApplicationProcess is { } own
            ? localizer.In(own)
            : localizer.Translate(
                service.Access switch
                {
                    Access.WalkIn => "service.walk-in",
                    Access.Appointment => "service.appointment",
                    Access.WalkInOrAppointment => "service.walk-in-or-appointment",
                }
            );

    public static Wording Cost(this Localizer localizer, Service service) => localizer.Cost(service.CostFree, service.FeesDescription);

    /// <summary>Free is said; a price is said in the house's words.</summary>
    public static Wording Cost(this Localizer localizer, bool free, LocalizedText? fees) =>
        fees is not null ? localizer.In(fees) : localizer.Translate(free ? "service.free" : "service.cost");

    public static Wording AnonymityWords(this Localizer localizer, Service service) =>
        localizer.Translate(
            service.Anonymity switch
            {
                Anonymity.Yes => "service.anonymous-yes",
                Anonymity.AtFirst => "service.anonymous-at-first",
                Anonymity.No => "service.anonymous-no",
            }
        );

    /// <summary>Street, postal code and city on one line: <c>Rue du Pont 12, 1040 Bruxelles</c>.</summary>
    public static Wording AddressLine(this Localizer localizer, Address address)
    {
        var street = localizer.In(address.Address1);
        return street with { Text = $"{street.Text}, {address.PostalCode} {localizer.In(address.City).Text}" };
    }
}
