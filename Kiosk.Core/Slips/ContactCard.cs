using System.Text;
using Kiosk.Core.Languages;
using Kiosk.Core.Services;

namespace Kiosk.Core.Slips;

/// <summary>Whom to call and where to go, as a vCard 3.0 (RFC 2426).</summary>
/// <remarks>vCard 3.0 because readers garble non-ASCII letters in 4.0; it opens as a contact with no network and no app.</remarks>
/// <param name="Note">Facts about when, the most important first.</param>
internal sealed record ContactCard(
    Localizer Localizer,
    Wording Name,
    Phone? Phone,
    Address Address,
    IReadOnlyList<string> Note,
    Wording Organization
)
{
    /// <summary>The text within so many bytes of UTF-8.</summary>
    /// <remarks>
    /// Phone number, postal code and country are never shortened; city, street and name lose words in this order of need; note and
    /// organization join as long as they fit.
    /// </remarks>
    public string Write(int roomBytes)
    {
        bool Fits(string card) => Encoding.UTF8.GetByteCount(card) <= roomBytes;
        string Fit(string text, Func<string, string> card) => Shortening.Shorten(Shortening.Clean(text), shown => Fits(card(shown)));

        var city = Fit(Localizer.In(Address.City).Text, city => Card(Shortening.Ellipsis, Shortening.Ellipsis, city, []));
        var street = Fit(Localizer.In(Address.Address1).Text, street => Card(Shortening.Ellipsis, street, city, []));
        var name = Fit(Name.Text, name => Card(name, street, city, []));
        string[] more = [];
        foreach (var choices in new[] { NoteLines(), OrganizationLines() })
        {
            more = [.. more, .. choices.Where(line => Fits(Card(name, street, city, [.. more, line]))).Take(1)];
        }

        return Card(name, street, city, more);
    }

    private string Card(string name, string street, string city, IEnumerable<string> more) =>
        string.Join(
            "\r\n",
            [
                "BEGIN:VCARD",
                "VERSION:3.0",
                $"N:{Escape(name)};;;;", // RFC 2426 asks for both forms of the name
                $"FN:{Escape(name)}",
                .. Phone is null ? (string[])[] : ["TEL:" + Shortening.Clean(Phone.Number).Replace(" ", "", StringComparison.Ordinal)],
                $"ADR:;;{Escape(street)};{Escape(city)};;{Escape(Shortening.Clean(Address.PostalCode))};{Escape(Address.Country)}",
                .. more,
                "END:VCARD",
            ]
        );

    /// <summary>All facts, else one less, and so on; an ellipsis says that some are left out.</summary>
    private IEnumerable<string> NoteLines()
    {
        string[] facts = [.. Note.Select(fact => Escape(Shortening.Clean(fact)))];
        return Enumerable
            .Range(0, facts.Length)
            .Select(left => facts[..^left].Concat(left == 0 ? [] : [Shortening.Ellipsis]))
            .Select(shown => "NOTE:" + string.Join("\\, ", shown));
    }

    private string[] OrganizationLines() => Organization.Text.Length == 0 ? [] : ["ORG:" + Escape(Organization.Text)];

    /// <summary>Backslash, comma and semicolon are escaped (RFC 2426, section 4); line ends do not come through the cleaning.</summary>
    private static string Escape(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace(",", @"\,", StringComparison.Ordinal)
            .Replace(";", @"\;", StringComparison.Ordinal)
            .Replace("\u2060", "", StringComparison.Ordinal); // joins times on a line of the screen; a contact needs no such care
}
