using System.Text;
using Kiosk.Core.Houses;
using Kiosk.Core.Languages;
using Kiosk.Core.Services;
using NodaTime;

namespace Kiosk.Core.Slips;

/// <summary>The text inside a slip's QR: a vCard 3.0 (RFC 2426), or the service's own web address where the house chose it and no topic is sensitive.</summary>
/// <remarks>vCard 3.0 because readers garble non-ASCII letters in 4.0; it opens as a contact with no network and no app.</remarks>
public static class QrPayload
{
    /// <summary>Bytes that a version 10 code holds at level M (213 by ISO/IEC 18004, table 7) beside the mark of its character set; larger codes read badly from 203 dpi paper.</summary>
    public const int RoomBytes = 212;

    public static string Of(House house, Service service, Interpreter interpreter, LocalDate today) =>
        service is { QrContent: QrContent.Url, Url: { } url } && !SlipComposer.IsSensitive(house, service) ? url : VCard(house, service, interpreter, today);

    /// <summary>What must be in comes first; hours and organization join as long as they fit.</summary>
    private static string VCard(House house, Service service, Interpreter i, LocalDate today)
    {
        var address = house.Location(service.LocationId).Address;
        List<string> lines = ["BEGIN:VCARD", "VERSION:3.0"];
        lines.AddRange(service.Phones.Take(1).Select(phone => "TEL:" + phone.Number.Replace(" ", "", StringComparison.Ordinal)));
        lines.Add($"ADR:;;{Escape(i.In(address.Address1).Text)};{Escape(i.In(address.City).Text)};;{Escape(address.PostalCode)};{Escape(address.Country)}");
        lines.Add("END:VCARD");
        var name = SlipComposer.IsSensitive(house, service) ? i.Say("slip.neutral").Text : i.In(service.Name).Text;
        lines.InsertRange(2, NameLines(name, RoomBytes - Bytes(lines)));
        AddIfItFits(lines, "NOTE:" + string.Join("\\, ", i.Hours(service.Schedules, today).Select(h => Escape($"{h.Days} {h.Times}"))));
        AddIfItFits(lines, "ORG:" + Escape(i.In(house.Organization(service.OrganizationId).Name).Text));
        return string.Join("\r\n", lines);
    }

    /// <summary>Both lines that RFC 2426 asks for. A name too long for the room loses words from its end, the phone and the address never do.</summary>
    private static string[] NameLines(string name, int roomBytes)
    {
        string[] Lines(string shown) => ["", $"N:{Escape(shown)};;;;", $"FN:{Escape(shown)}"];

        var shown = name;
        while (Bytes(Lines(shown)) > roomBytes && shown.LastIndexOf(' ') is > 0 and var lastWord)
        {
            shown = shown[..lastWord].TrimEnd('…').TrimEnd() + "…";
        }

        return Lines(shown)[1..];
    }

    /// <summary>Length of the lines in UTF-8 with their line ends between.</summary>
    private static int Bytes(IReadOnlyCollection<string> lines) => Encoding.UTF8.GetByteCount(string.Join("\r\n", lines));

    private static void AddIfItFits(List<string> lines, string line)
    {
        if (Bytes([.. lines, line]) <= RoomBytes && !line.EndsWith(':'))
        {
            lines.Insert(lines.Count - 1, line);
        }
    }

    /// <summary>Backslash, comma, semicolon and line ends are escaped (RFC 2426, section 4).</summary>
    private static string Escape(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace(",", @"\,", StringComparison.Ordinal)
        .Replace(";", @"\;", StringComparison.Ordinal)
        .Replace("\u2060", "", StringComparison.Ordinal) // joins times on a line of the screen; a contact needs no such care
        .ReplaceLineEndings(@"\n");
}
