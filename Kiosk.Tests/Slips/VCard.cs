using System.Text.RegularExpressions;

namespace Kiosk.Tests.Slips;

/// <summary>A strict small reader of vCard 3.0 (RFC 2426): lines end in CRLF, values are split at bare semicolons and unescaped.</summary>
internal sealed partial class VCard
{
    private readonly Dictionary<string, string[]> _properties;

    private VCard(Dictionary<string, string[]> properties) => _properties = properties;

    public IReadOnlyCollection<string> Names => _properties.Keys;

    public string[] this[string name] => _properties[name];

    /// <exception cref="FormatException">A line is not <c>NAME:value</c>, a line end stands alone, or something is escaped that need not
    /// be.</exception>
    public static VCard Parse(string text)
    {
        var lines = text.Split("\r\n");
        if (lines[0] != "BEGIN:VCARD" || lines[1] != "VERSION:3.0" || lines[^1] != "END:VCARD" || !lines.All(Line().IsMatch))
        {
            throw new FormatException($"This is no vCard 3.0: {text}");
        }

        return new VCard(lines[2..^1].Select(line => line.Split(':', 2)).ToDictionary(line => line[0], line => Values(line[1])));
    }

    private static string[] Values(string value) => [.. Semicolon().Split(value).Select(Unescape)];

    private static string Unescape(string value) => Escaped().Replace(value, escape => escape.Value is @"\n" ? "\n" : escape.Value[1..]);

    /// <summary>A comma and a line end never stand bare; a backslash only before <c>\ , ; n</c>.</summary>
    [GeneratedRegex(@"\A[A-Z]+:(?:[^\\,\r\n]|\\[\\,;n])*\z")]
    private static partial Regex Line();

    [GeneratedRegex(@"(?<=(?<!\\)(?:\\\\)*);")]
    private static partial Regex Semicolon();

    [GeneratedRegex(@"\\[\\,;n]")]
    private static partial Regex Escaped();
}
