using System.Text;

namespace Kiosk.Core.Exchange.Calendars;

/// <summary>The lines of an iCalendar file (RFC 5545, 3.1): folded after 75 octets, ended by CR LF.</summary>
internal sealed class ContentLines
{
    private const int LongestOctets = 75;

    private readonly StringBuilder _text = new();

    /// <param name="name">With its parameters: <c>DTSTART;TZID=Europe/Brussels</c>.</param>
    /// <param name="value">As it is to stand there.</param>
    public void Add(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestOctets)
            {
                _text.Append("\r\n ");
                octets = 1;
            }

            _text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
    }

    /// <summary>
    /// A text, with its commas, semicolons, backslashes and line ends escaped (RFC 5545, 3.3.11); control signs are left out.
    /// </summary>
    public void AddText(string name, string text)
    {
        var value = new StringBuilder();
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            value.Append(
                letter switch
                {
                    '\\' or ';' or ',' => $"\\{letter}",
                    '\n' => "\\n",
                    _ => char.IsControl(letter) ? "" : letter.ToString(),
                }
            );
        }

        Add(name, value.ToString());
    }

    public override string ToString() => _text.ToString();
}
