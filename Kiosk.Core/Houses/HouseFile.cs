using System.Collections.Immutable;
using System.Text.Json;
using Kiosk.Core.Languages;
using Kiosk.Core.Programme;
using Kiosk.Core.Services;
using Kiosk.Core.Topics;
using NodaTime;

namespace Kiosk.Core.Houses;

/// <summary>Reads a house file (format 1, see <c>docs/house-file.md</c>): a whole house, or all of its problems.</summary>
public static class HouseFile
{
    private static readonly JsonDocumentOptions OnceOnly = new() { AllowDuplicateProperties = false };

    private static readonly Dictionary<string, MeetingFunction> Functions = new()
    {
        ["meet"] = MeetingFunction.Meet,
        ["learn"] = MeetingFunction.Learn,
        ["speak-up"] = MeetingFunction.SpeakUp,
        ["refer"] = MeetingFunction.Refer,
    };

    private static readonly Dictionary<string, Access> Accesses = new()
    {
        ["walk-in"] = Access.WalkIn,
        ["appointment"] = Access.Appointment,
        ["walk-in-or-appointment"] = Access.WalkInOrAppointment,
    };

    private static readonly Dictionary<string, Anonymity> Anonymities = new()
    {
        ["yes"] = Anonymity.Yes,
        ["at-first"] = Anonymity.AtFirst,
        ["no"] = Anonymity.No,
    };

    private static readonly Dictionary<string, QrContent> QrContents = new() { ["vcard"] = QrContent.VCard, ["url"] = QrContent.Url };

    /// <param name="json">The file's text.</param>
    /// <param name="pictograms">Names of the drawings there are.</param>
    public static HouseReading Read(string json, IReadOnlySet<string> pictograms)
    {
        try
        {
            using var document = JsonDocument.Parse(json, OnceOnly);
            return Read(document.RootElement, pictograms);
        }
        catch (JsonException problem)
        {
            if (problem.LineNumber is not { } before)
            {
                using var lastCounts = JsonDocument.Parse(json);
                return new HouseReading(
                    null,
                    [
                        new Problem("", $"A key stands twice in one place of the file: leave one out. ({problem.Message})"),
                        .. Read(lastCounts.RootElement, pictograms).Problems.Take(JsonEntry.MostProblems),
                    ]
                );
            }

            var line = before + 1;
            return new HouseReading(
                null,
                [
                    new Problem(
                        "",
                        $"This is not a JSON file: the reader stopped at line {line}. Look for a missing comma, quote or bracket there."
                    ),
                ]
            );
        }
        catch (InvalidOperationException)
        {
            // what JsonElement throws for an escape such as \ud800 that is half a letter
            return new HouseReading(null, [new Problem("", "Somewhere \\u and four signs stand for no letter: write the letter itself.")]);
        }
    }

    /// <summary>Every drawing that a house file names, whether there is one or not; none when it is no JSON.</summary>
    public static IReadOnlySet<string> PictogramsIn(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Named(document.RootElement).ToHashSet();
        }
        catch (JsonException)
        {
            return new HashSet<string>();
        }
    }

    private static IEnumerable<string> Named(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Named),
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(part =>
                    part is { Name: "pictogram", Value.ValueKind: JsonValueKind.String } ? [part.Value.GetString()!] : Named(part.Value)
                ),
            _ => [],
        };

    public static HouseReading Read(JsonElement root, IReadOnlySet<string> pictograms)
    {
        var file = new JsonEntry(root, "", []);
        if (file.Has("format"))
        {
            file.WholeNumber("format", 1, 1, 1);
        }
        else
        {
            file.Note("format", "This program reads format 1: write \"format\": 1.");
        }

        var profile = file.Object("house", e => Imported(e, Profile));
        var house = new HouseParts(
            profile,
            [.. file.List("organizations", e => Imported(e, Organization))],
            [.. file.List("locations", e => Imported(e, Location))],
            [.. file.List("topics", e => Imported(e, Topic))],
            [.. file.List("services", e => Imported(e, Service))],
            [.. file.List("rooms", Room)],
            [.. file.List("presences", Presence)],
            [.. file.List("activities", Activity)],
            [.. file.List("notices", Notice)]
        );
        file.NoteUnknownKeys();
        if (file.Problems.Count <= JsonEntry.MostProblems) // else not every stand-in was noted, and rules would speak of them
        {
            HouseRules.Check(house, pictograms, file.Problems);
        }

        return file.Problems.Count == 0 ? new HouseReading(house.Assemble(), []) : new HouseReading(null, file.Problems);
    }

    /// <summary>What an import from HSDS brought beyond the house's own keys goes along unread (docs/exchange.md).</summary>
    private static T Imported<T>(JsonEntry e, Func<JsonEntry, T> read)
    {
        e.PassOver("hsds");
        return read(e);
    }

    private static HouseProfile Profile(JsonEntry e) =>
        new(
            e.String("id"),
            e.Text("name"),
            e.String("pictogram"),
            AtLeastOneLanguage(e),
            e.String("locationId"),
            e.List("phones", Phone),
            e.List("schedules", ScheduleEntry.Read),
            e.List("closures", Closure),
            e.Flag("demo", false)
        )
        {
            Unreviewed = e.Languages("unreviewed"),
        };

    private static IReadOnlyList<LanguageTag> AtLeastOneLanguage(JsonEntry e)
    {
        var languages = e.Languages("languages");
        if (languages.Count == 0)
        {
            e.Note("languages", "Name at least one language; the first is the house's own.");
        }

        return languages;
    }

    private static Organization Organization(JsonEntry e) =>
        new(e.String("id"), e.Text("name"), e.OptionalText("description"), WebAddress(e));

    private static Location Location(JsonEntry e) =>
        new(
            e.String("id"),
            e.Text("name"),
            e.Object("address", Address),
            e.OptionalText("transportation"),
            e.Has("wheelchairAccess") ? e.Flag("wheelchairAccess", false) : null
        );

    private static Address Address(JsonEntry e) => new(e.Text("address1"), e.String("postalCode"), e.Text("city"), Country(e));

    private static string Country(JsonEntry e)
    {
        var country = e.String("country");
        if (country.Length > 0 && !(country.Length == 2 && country.All(char.IsAsciiLetterUpper)))
        {
            e.Note("country", "Write the country as two capital letters, such as \"BE\".");
        }

        return country;
    }

    private static Phone Phone(JsonEntry e)
    {
        var number = e.String("number");
        if (
            number.Length > 0
            && (
                number.Any(c => !char.IsAsciiDigit(c) && !"+ ()/.-".Contains(c, StringComparison.Ordinal)) || !number.Any(char.IsAsciiDigit)
            )
        )
        {
            e.Note("number", "Write a phone number with digits and spaces, such as \"+32 2 555 01 02\".");
        }

        return new Phone(number, e.OptionalText("description"));
    }

    private static Topic Topic(JsonEntry e) =>
        new(
            e.String("id"),
            e.Text("name"),
            e.String("pictogram"),
            e.OneOf("function", Functions),
            e.OptionalString("parentId"),
            e.Flag("sensitive", false)
        );

    private static Service Service(JsonEntry e) =>
        new(
            e.String("id"),
            e.String("organizationId"),
            e.String("locationId"),
            e.Text("name"),
            e.Text("description"),
            e.String("pictogram"),
            e.Strings("topicIds"),
            e.OptionalText("eligibility"),
            e.List("schedules", ScheduleEntry.Read),
            e.List("closures", Closure),
            e.List("phones", Phone),
            WebAddress(e),
            e.OptionalString("email"),
            e.RequiredFlag("costFree"),
            e.OptionalText("feesDescription"),
            e.OneOf("access", Accesses),
            e.OptionalText("applicationProcess"),
            e.Texts("requiredDocuments"),
            e.Languages("languages"),
            e.OneOf("anonymity", Anonymities),
            e.Date("assuredDate"),
            QrContentOf(e),
            e.Flag("sensitive", false)
        );

    private static QrContent QrContentOf(JsonEntry e)
    {
        var content = e.OneOf("qrContent", QrContents, QrContent.VCard);
        if (content == QrContent.Url && !e.Has("url"))
        {
            e.Note("qrContent", "The QR is to hold the web address, but there is none: write \"url\", or leave qrContent out.");
        }

        return content;
    }

    private static string? WebAddress(JsonEntry e)
    {
        var url = e.OptionalString("url");
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"))
        {
            e.Note("url", "Write a whole web address here, such as \"https://www.example.org\".");
        }

        return url;
    }

    private static Closure Closure(JsonEntry e)
    {
        var closure = new Closure(e.Date("from"), e.Date("to"), e.OptionalText("reason"))
        {
            Starts = e.OptionalTime("starts"),
            Unforeseen = e.Flag("unforeseen", false),
        };
        NoteOrder(e, closure.From, closure.To);
        return closure;
    }

    private static void NoteOrder(JsonEntry e, LocalDate from, LocalDate to)
    {
        if (to < from)
        {
            e.Note("to", "The last day lies before the first: exchange them.");
        }
    }

    private static Room Room(JsonEntry e) => new(e.String("id"), e.Text("name"), e.String("pictogram"), e.OptionalText("directions"));

    private static Presence Presence(JsonEntry e) =>
        new(
            e.String("id"),
            e.Text("name"),
            e.Text("role"),
            e.OptionalString("roomId"),
            e.Languages("languages"),
            e.List("schedules", ScheduleEntry.Read),
            e.List("changes", PresenceChange)
        );

    private static PresenceChange PresenceChange(JsonEntry e) => new(e.Date("date"), e.RequiredFlag("here"));

    private static Notice Notice(JsonEntry e)
    {
        var notice = new Notice(e.String("id"), e.Text("text"), e.Date("from"), e.Date("to"), e.OptionalTime("until"));
        NoteOrder(e, notice.From, notice.To);
        return notice;
    }

    private static Activity Activity(JsonEntry e) =>
        new(
            e.String("id"),
            e.Text("name"),
            e.Text("description"),
            e.String("pictogram"),
            e.OneOf("function", Functions),
            e.String("roomId"),
            e.OptionalString("organizationId"),
            e.Strings("topicIds"),
            e.OptionalText("eligibility"),
            e.RequiredFlag("costFree"),
            e.OptionalText("feesDescription"),
            e.Languages("languages"),
            e.List("schedules", ScheduleEntry.Read),
            e.List("changes", Change),
            e.Flag("sensitive", false)
        )
        {
            ServiceId = e.OptionalString("serviceId"),
        };

    private static ActivityChange Change(JsonEntry e) =>
        new(
            e.Date("date"),
            e.Flag("cancelled", false),
            e.OptionalDate("movedTo"),
            e.OptionalTime("startsAt"),
            e.OptionalTime("endsAt"),
            e.OptionalString("roomId"),
            e.Flag("full", false),
            e.OptionalText("notes")
        );
}

/// <summary>The lists of a house file before its ids are known to resolve.</summary>
internal sealed record HouseParts(
    HouseProfile Profile,
    ImmutableArray<Organization> Organizations,
    ImmutableArray<Location> Locations,
    ImmutableArray<Topic> Topics,
    ImmutableArray<Service> Services,
    ImmutableArray<Room> Rooms,
    ImmutableArray<Presence> Presences,
    ImmutableArray<Activity> Activities,
    ImmutableArray<Notice> Notices
)
{
    public House Assemble() => new(Profile, Organizations, Locations, Topics, Services, Rooms, Presences, Activities, Notices);
}
