using System.Text.RegularExpressions;

namespace Kiosk.Core.Exchange;

/// <summary>
/// A value as it stands in a cell. Spreadsheets take what begins with = + - @ for a formula, which may fetch and send
/// (https://owasp.org/www-community/attacks/CSV_Injection): such a text gets an apostrophe in front, which is taken off again on the way
/// in.
/// </summary>
internal static partial class CsvValue
{
    public static string Written(string value)
    {
        var quoted = IsQuoted(value) ? $"\"{value}\"" : value;
        return MayBeFormula().IsMatch(quoted) && !IsHarmless().IsMatch(quoted) ? "'" + quoted : quoted;
    }

    /// <summary>Some programs put a value in quotes twice (facts of HSDS files in the field): one pair goes.</summary>
    public static string Read(string cell)
    {
        var value = MayBeFormula().IsMatch(cell) && cell[0] == '\'' ? cell[1..] : cell;
        return IsQuoted(value) ? value[1..^1] : value;
    }

    private static bool IsQuoted(string value) => value.Length >= 2 && value[0] == '"' && value[^1] == '"';

    [GeneratedRegex(@"^'*[=+\-@\t\r]")]
    private static partial Regex MayBeFormula();

    /// <summary>Phone numbers and <c>-1FR</c>: other programs need them as they are, and they can do nothing.</summary>
    [GeneratedRegex(@"^[+-][0-9 ()/.+-]*\z|^-[1-5](MO|TU|WE|TH|FR|SA|SU)(,-?[1-5](MO|TU|WE|TH|FR|SA|SU))*\z")]
    private static partial Regex IsHarmless();
}
