using Kiosk.Core.Languages;
using NodaTime;

namespace Kiosk.Core.Services;

/// <summary>An organization that offers services (HSDS <c>organization</c>): each partner is visible with its own offer.</summary>
public sealed record Organization(string Id, LocalizedText Name, LocalizedText? Description, string? Url);

/// <summary>A place (HSDS <c>location</c> with its <c>address</c>).</summary>
/// <param name="Transportation">How to get there, in the words one would say at the door.</param>
/// <param name="WheelchairAccess">Null when nobody checked.</param>
public sealed record Location(string Id, LocalizedText Name, Address Address, LocalizedText? Transportation, bool? WheelchairAccess);

/// <param name="Address1">Street and number, one per language where the street has two names (Brussels).</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
public sealed record Address(LocalizedText Address1, string PostalCode, LocalizedText City, string Country);

/// <param name="Number">International form: <c>+32 2 555 01 02</c>.</param>
public sealed record Phone(string Number, LocalizedText? Description);

/// <summary>How one gets in.</summary>
public enum Access
{
    WalkIn,
    Appointment,

    /// <summary>Walk in during the hours; other times by appointment.</summary>
    WalkInOrAppointment,
}

/// <summary>Whether one can stay anonymous at the service.</summary>
public enum Anonymity
{
    /// <summary>No name is asked.</summary>
    Yes,

    /// <summary>The first talk is without a name; later steps need one.</summary>
    AtFirst,
    No,
}

/// <summary>What the QR on a slip holds.</summary>
public enum QrContent
{
    /// <summary>A vCard: works with no network and no app.</summary>
    VCard,

    /// <summary>The service's own web address, by the house's choice.</summary>
    Url,
}

/// <summary>What an organization offers at a place, at certain hours (HSDS <c>service</c>).</summary>
/// <param name="Eligibility">For whom; null is for everybody.</param>
/// <param name="CostFree">Free of charge; then <paramref name="FeesDescription"/> is null or adds a detail.</param>
/// <param name="RequiredDocuments">Papers to bring; empty is none.</param>
/// <param name="Languages">Languages spoken there.</param>
/// <param name="Sensitive">Of a sensitive kind whatever its topics are: its slip is discreet, and its page can be left quickly.</param>
/// <param name="AssuredDate">When somebody last checked that all this is true (HSDS <c>assured_date</c>).</param>
public sealed record Service(
    string Id,
    string OrganizationId,
    string LocationId,
    LocalizedText Name,
    LocalizedText Description,
    string Pictogram,
    IReadOnlyList<string> TopicIds,
    LocalizedText? Eligibility,
    IReadOnlyList<Schedule> Schedules,
    IReadOnlyList<Closure> Closures,
    IReadOnlyList<Phone> Phones,
    string? Url,
    string? Email,
    bool CostFree,
    LocalizedText? FeesDescription,
    Access Access,
    LocalizedText? ApplicationProcess,
    IReadOnlyList<LocalizedText> RequiredDocuments,
    IReadOnlyList<LanguageTag> Languages,
    Anonymity Anonymity,
    LocalDate AssuredDate,
    QrContent QrContent,
    bool Sensitive
);
