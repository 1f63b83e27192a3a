using System.Text.RegularExpressions;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Languages;

/// <summary>No text says a word that <c>docs/glossary.md</c> gives another word for.</summary>
internal sealed partial class GlossaryTests
{
    /// <summary>These stand in a text for something else: a health centre, a form to fill in, a dentist.</summary>
    private static readonly Dictionary<string, string[]> InAnotherSense = new()
    {
        ["de"] = ["Sucht"],
        ["es"] = ["centro"],
        ["pt"] = ["centro", "recibo", "mora"],
        ["pl"] = ["formularz", "pracownik"],
        ["tr"] = ["kurum", "belge"],
        ["ar"] = ["الجهاز", "مستشار قانوني", "يعمل"],
        ["uk"] = ["візит"],
        ["fa"] = ["فیش", "پزشک", "تعطیل"],
    };

    /// <summary>What is typed on the machine, in the language of machines.</summary>
    private const string Command = "kiosk recover";

    private static readonly Dictionary<string, string[]> Refused = Section()
        .Matches(SourceTree.Read("docs/glossary.md"))
        .ToDictionary(
            section => section.Groups["language"].Value,
            string[] (section) =>
                [
                    .. Row()
                        .Matches(section.Value)
                        .Select(row => InBrackets().Replace(row.Groups["not"].Value, ""))
                        .SelectMany(words => words.Split([',', '،', ';', '؛'], StringSplitOptions.TrimEntries))
                        .Where(word => word.Length > 2 && word != "not"),
                ]
        );

    private static IEnumerable<string> Languages => DemoHouse.Whole.Profile.Languages.Select(language => language.Value);

    [TestCaseSource(nameof(Languages))]
    public void No_text_says_a_word_that_the_glossary_refuses(string language)
    {
        var refused = Refused[language].Except(InAnotherSense.GetValueOrDefault(language, [])).ToList();
        Assert.That(refused, Has.Count.GreaterThan(15));
        var anyOfThem = new Regex(
            $@"(?<!\w)({string.Join('|', refused.Select(Regex.Escape))})(?!\w)",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        );
        Assert.That(
            EveryText.In(language).Where(text => anyOfThem.IsMatch(text.Text.Replace(Command, "", StringComparison.Ordinal))),
            Is.Empty
        );
    }

    [GeneratedRegex(@"^## [^\n]*\(`(?<language>\w+)`\)\n(?:(?!## ).*\n?)*", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^\| [^|]+ \| [^|]+ \| (?<not>[^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@" ?\([^)]*\)")]
    private static partial Regex InBrackets();
}
