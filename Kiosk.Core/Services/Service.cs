using System.Text.Json.Serialization;
using Kiosk.Core.Languages;
using Kiosk.Core.Schema;
using NodaTime;

namespace Kiosk.Core.Services;

/// <summary>An organization that offers services (HSDS <c>organization</c>): each partner is visible with its own offer.</summary>
[Entry("organization", "A partner with an offer of its own (HSDS organization).", KeepsHsds = true)]
public sealed record Organization(
    [Field(Shape = LineShape.Id)] string Id,
    [Field("Its name.", InOwnLanguage = true, Hsds = "name")] LocalizedText Name,
    [Field("What it does, in a sentence.", Hsds = "description")] LocalizedText? Description,
    [Field(Shape = LineShape.WebAddress, Hsds = "website")] string? Url
);

/// <summary>A place (HSDS <c>location</c> with its <c>address</c>).</summary>
[Entry("location", "A place (HSDS location).", KeepsHsds = true)]
public sealed record Location(
    [Field(Shape = LineShape.Id)] string Id,
    [Field("Its name.", InOwnLanguage = true, Hsds = "name")] LocalizedText Name,
    [Field] Address Address,
    [Field("How to get there, as one would say it at the door.", Hsds = "transportation")] LocalizedText? Transportation,
    [Field("Left out when nobody checked.")] bool? WheelchairAccess
);

[Entry("address", "A postal address (HSDS address).")]
public sealed record Address(
    [Field("Street and number, one per language where the street has two names.", Hsds = "address_1")] LocalizedText Address1,
    [Field("Postal code.", Hsds = "postal_code")] string PostalCode,
    [Field("Town.", Hsds = "city")] LocalizedText City,
    [Field("Two letters of ISO 3166-1: BE.", Shape = LineShape.Country, Hsds = "country")] string Country
);

[Entry("phone", "A phone number.")]
public sealed record Phone(
    [Field("International form: +32 2 555 01 02.", Shape = LineShape.PhoneNumber)] string Number,
    [Field("When or for what to call.")] LocalizedText? Description
);

/// <summary>How one gets in.</summary>
public enum Access
{
    [JsonStringEnumMemberName("walk-in")]
    WalkIn,

    [JsonStringEnumMemberName("appointment")]
    Appointment,

    /// <summary>Walk in during the hours; other times by appointment.</summary>
    [JsonStringEnumMemberName("walk-in-or-appointment")]
    WalkInOrAppointment,
}

/// <summary>Whether one can stay anonymous at the service.</summary>
public enum Anonymity
{
    /// <summary>No name is asked.</summary>
    [JsonStringEnumMemberName("yes")]
    Yes,

    /// <summary>The first talk is without a name; later steps need one.</summary>
    [JsonStringEnumMemberName("at-first")]
    AtFirst,

    [JsonStringEnumMemberName("no")]
    No,
}

/// <summary>What the QR on a slip holds.</summary>
public enum QrContent
{
    /// <summary>A vCard: works with no network and no app.</summary>
    [JsonStringEnumMemberName("vcard")]
    VCard,

    /// <summary>The service's own web address, by the house's choice.</summary>
    [JsonStringEnumMemberName("url")]
    Url,
}

/// <summary>What an organization offers at a place, at certain hours (HSDS <c>service</c>).</summary>
[Entry("service", "What an organization offers at a place, at certain hours (HSDS service).", KeepsHsds = true)]
public sealed record Service(
    [Field(Shape = LineShape.Id)] string Id,
    [Field("Who offers it.", In = "organizations", Hsds = "organization_id")] string OrganizationId,
    [Field("Where.", In = "locations")] string LocationId,
    [Field("Its name.", InOwnLanguage = true, Hsds = "name")] LocalizedText Name,
    [Field("What one gets, in plain words.", InOwnLanguage = true, Hsds = "description")] LocalizedText Description,
    [Field(Shape = LineShape.Pictogram)] string Pictogram,
    [Field("Topics that lead to it.", In = "topics", NoneSentence = "Name at least one topic: without one nobody can reach this service.")]
        IReadOnlyList<string> TopicIds,
    [Field("For whom; left out: everybody.", Hsds = "eligibility_description")] LocalizedText? Eligibility,
    [Field("When it is open; with access appointment, when somebody answers.")] IReadOnlyList<Schedule> Schedules,
    [Field("Days on which it is closed.")] IReadOnlyList<Closure> Closures,
    [Field("The first stands on the slip.")] IReadOnlyList<Phone> Phones,
    [Field(Shape = LineShape.WebAddress, Hsds = "url")] string? Url,
    [Field("Address for mail.", Shape = LineShape.MailAddress, Hsds = "email")] string? Email,
    [Field("Free of charge.")] bool CostFree,
    [Field("The price in words, or a detail.", Hsds = "fees_description")] LocalizedText? FeesDescription,
    [Field("How one gets in.")] Access Access,
    [Field("How to go about it, in the house's own words.", Hsds = "application_process")] LocalizedText? ApplicationProcess,
    [Field("Papers to bring.")] IReadOnlyList<LocalizedText> RequiredDocuments,
    [Field("Languages spoken there.")] IReadOnlyList<LanguageTag> Languages,
    [Field("Whether one can stay anonymous.")] Anonymity Anonymity,
    [Field("When somebody last checked that all this is true.", Hsds = "assured_date")] LocalDate AssuredDate,
    [Field("What the QR on the slip holds; url needs url.", IsOptional = true)] QrContent QrContent,
    [Field("Of a sensitive kind whatever its topics are: discreet slip and a way to leave quickly.", IsOptional = true)] bool Sensitive
);
