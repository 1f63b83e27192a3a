using Kiosk.Core.Houses;
using Kiosk.Core.Languages;
using Kiosk.Core.Services;

namespace Kiosk.Core.Slips;

/// <summary>The parts that every slip is made of, each cleaned and shortened to its room.</summary>
/// <remarks>
/// Rooms are in letters. Each is about twice what the demo house needs (33, 31 and 83), and no more than about four lines on paper 72 mm
/// wide, so that no single text pushes the phone number out of sight.
/// </remarks>
internal static class SlipFacts
{
    public const int HeadingLetters = 80;
    public const int OrganizationLetters = 60;
    public const int AddressLetters = 120;
    public const int LineLetters = 120;

    /// <summary>Lines without a text are left out.</summary>
    public static SlipSide Side(Localizer i, Wording heading, LocalizedText? organization, IEnumerable<SlipLine> lines) =>
        new(i.Language, heading, Organization(i, organization), [.. lines.Where(line => line.Text.Text.Length > 0)]);

    /// <summary>The name; neutral words when nothing of it can be read.</summary>
    public static Wording Heading(Localizer i, LocalizedText name) =>
        Fitted(i.In(name), HeadingLetters) is { Text.Length: > 0 } heading ? heading : NeutralHeading(i, isHere: false);

    /// <param name="isHere">It is in this very house: the reader knows the address.</param>
    public static Wording NeutralHeading(Localizer i, bool isHere) => i.Translate(isHere ? "slip.neutral-here" : "slip.neutral");

    /// <summary>Empty when it stays off.</summary>
    public static Wording Organization(Localizer i, LocalizedText? name) =>
        name is null ? new Wording("", i.Language) : Fitted(i.In(name), OrganizationLetters);

    public static SlipLine Line(string pictogram, Wording text) => new(pictogram, Fitted(text, LineLetters));

    public static SlipLine Address(Localizer i, Location location) =>
        new("place", Fitted(i.AddressLine(location.Address), AddressLetters), LeftToRight: true);

    /// <summary>How to get there: who takes the slip is in the house already.</summary>
    public static IEnumerable<SlipLine> Way(Localizer i, House house, Location location) =>
        location.Id == house.Profile.LocationId ? [Line("place", i.Translate("slip.here"))]
        : location.Transportation is { } way ? [Line("place", i.In(way))]
        : [];

    /// <summary>The first number, never shortened: half a number calls somebody else.</summary>
    public static IEnumerable<SlipLine> Phone(Localizer i, IReadOnlyList<Phone> phones) =>
        phones.Take(1).Select(phone => new SlipLine("phone", new Wording(Shortening.Clean(phone.Number), i.Language), LeftToRight: true));

    /// <summary>Nothing for a price that nobody put into words: the drawing alone would deter.</summary>
    public static IEnumerable<SlipLine> Cost(Localizer i, bool free, LocalizedText? fees) =>
        free || fees is not null ? [Line(free ? "free" : "pay", i.Cost(free, fees))] : [];

    /// <summary>With the date written out: a slip is read on another day, so "now" and "tomorrow" would lie on it.</summary>
    public static string DateAndTimes(Localizer i, Window window, string wholeDay) =>
        $"{i.LongDate(window.Start.Date)} " + (window.WholeDay ? wholeDay : i.Times(window.Start.TimeOfDay, window.End.TimeOfDay));

    private static Wording Fitted(Wording text, int roomLetters) =>
        text with
        {
            Text = Shortening.Shorten(Shortening.Clean(text.Text), roomLetters),
        };
}
