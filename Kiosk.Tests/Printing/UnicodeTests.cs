using System.Globalization;
using System.Text.RegularExpressions;
using Kiosk.Core.Printing.Drawing;
using NUnit.Framework;

namespace Kiosk.Tests.Printing;

/// <summary>
/// Order and ends of lines, against the tests of the Unicode Consortium, which Debian has in its package <c>unicode-data</c>.
/// </summary>
[Platform("Linux"), Category("Process")] // thousands of lines, of a file that only some machines have
internal sealed class UnicodeTests
{
    private const string Folder = "/usr/share/unicode";

    /// <summary>
    /// ICU's own differences, in the version of Debian 12: a mark above a bracket that closes in the other direction takes that of the
    /// line; more than 63 brackets within each other are paired; embeddings of the old kind, which our texts do not have, end otherwise.
    /// </summary>
    private static readonly Regex KnownOrder = new("(0029|005D|3009|232A)( 200[BD])*( 0331| 0333| 20D6)|( 0028){63}|202[A-E]");

    /// <summary>
    /// Lines end elsewhere on purpose in ICU: a hyphen that begins a word stays with it (in Unicode itself since version 16, LB20a), and so
    /// does a comma or a full stop that begins a number.
    /// </summary>
    private static readonly Regex KnownEnds = new("^× (002D|2010) |(002C|002E|003A|FE10)( × 0308)? ÷ 003");

    /// <summary>As many of the faults as tell what is wrong.</summary>
    private const int Shown = 10;

    /// <summary>UAX #9. Paragraphs whose direction is to be guessed are left out: the house's languages have one.</summary>
    [Test]
    public void Both_directions_are_ordered_as_Unicode_wants_it()
    {
        List<string> wrong = [];
        var cases = 0;
        foreach (var line in Lines("BidiCharacterTest.txt"))
        {
            var fields = line.Split(';');
            if (fields[1] == "2")
            {
                continue;
            }

            cases++;
            var (text, starts) = Text(fields[0].Split(' '));
            var rightToLeft = fields[1] == "1";
            var wanted = fields[3].Split(' ');
            var levels = Icu.Levels(text, rightToLeft);
            var order = starts.Index().Where(start => wanted[start.Index] != "x").ToDictionary(start => start.Item, start => start.Index);
            var seen = Icu.VisualRuns(text, rightToLeft, 0, text.Length)
                .SelectMany(run => Places(run.Start, run.Length, run.RightToLeft))
                .Where(order.ContainsKey)
                .Select(place => order[place]);
            if (string.Join(' ', seen) != fields[4] || order.Any(at => Number(wanted[at.Value]) != levels[at.Key]))
            {
                wrong.Add(line);
            }
        }

        Assert.That(wrong.Where(line => !KnownOrder.IsMatch(line)).Take(Shown), Is.Empty, $"{wrong.Count} of {cases}");
        Assert.That(cases, Is.GreaterThan(60_000));
    }

    /// <summary>UAX #14.</summary>
    [Test]
    public void Lines_may_end_where_Unicode_says_so()
    {
        List<string> wrong = [];
        var cases = 0;
        foreach (var line in Lines("auxiliary/LineBreakTest.txt").Select(line => line.Split('\t')[0].Trim()))
        {
            cases++;
            var marks = line.Split(' ').Where((_, i) => i % 2 == 0).ToArray();
            var (text, starts) = Text([.. line.Split(' ').Where((_, i) => i % 2 == 1)]);
            var wanted = starts.Append(text.Length).Where((_, i) => marks[i] == "÷");
            if (!Icu.LineEnds(text, "en").SequenceEqual(wanted))
            {
                wrong.Add(line);
            }
        }

        Assert.That(wrong.Where(line => !KnownEnds.IsMatch(line)).Take(Shown), Is.Empty, $"{wrong.Count} of {cases}");
        Assert.That(cases, Is.GreaterThan(7000));
    }

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Where(line => line.Length > 0 && line[0] != '#');

    /// <summary>A text, and the UTF-16 unit at which each of its letters begins.</summary>
    private static (string Text, int[] Starts) Text(string[] letters)
    {
        var parts = letters
            .Select(letter => int.Parse(letter, NumberStyles.HexNumber, CultureInfo.InvariantCulture))
            .Select(letter => letter is >= 0xD800 and < 0xE000 ? ((char)letter).ToString() : char.ConvertFromUtf32(letter))
            .ToArray();
        var starts = new int[parts.Length];
        for (var i = 1; i < parts.Length; i++)
        {
            starts[i] = starts[i - 1] + parts[i - 1].Length;
        }

        return (string.Concat(parts), starts);
    }

    private static IEnumerable<int> Places(int start, int length, bool rightToLeft) =>
        rightToLeft ? Enumerable.Range(start, length).Reverse() : Enumerable.Range(start, length);

    private static int Number(string level) => int.Parse(level, CultureInfo.InvariantCulture);
}
