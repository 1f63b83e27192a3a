using System.Text.Json;
using System.Text.RegularExpressions;
using Kiosk.Core.Languages;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Languages;

/// <summary>
/// The files of <c>assets/languages</c>, and those of its folder for staff, say the same things, and exactly what the program says.
/// </summary>
internal sealed partial class LanguageFilesTests
{
    private static readonly string[] Sources =
    [
        .. SourceTree.Files("Kiosk.App", ".cs", ".cshtml").Concat(SourceTree.Files("Kiosk.Core", ".cs")).Select(SourceTree.Read),
    ];

    /// <summary><c>fr</c>, <c>staff/fr</c>.</summary>
    private static IEnumerable<string> Languages =>
        SourceTree
            .Files("assets/languages", ".json")
            .Select(file => Path.ChangeExtension(Path.GetRelativePath("assets/languages", file), null));

    /// <summary>What visitors read, and what staff read.</summary>
    private static readonly Dictionary<string, string> French = Read("fr")
        .Concat(Read("staff/fr"))
        .GroupBy(phrase => phrase.Key)
        .ToDictionary(same => same.Key, same => same.Last().Value);

    /// <summary>Visitors' languages that are begun and not yet whole: what they lack is said in the house's language.</summary>
    private static readonly string[] Prepared = ["ti", "ps", "so"];

    private static IEnumerable<string> Complete => Languages.Except(Prepared);

    private static IEnumerable<string> BegunOnly => Languages.Intersect(Prepared);

    [TestCaseSource(nameof(Complete))]
    public void A_language_has_the_keys_of_French_each_in_its_own_forms(string language) =>
        Assert.That(Read(language).Keys, Is.EquivalentTo(Needed(language)));

    [TestCaseSource(nameof(BegunOnly))]
    public void A_prepared_language_has_some_of_them_and_no_others(string language)
    {
        Assert.That(Read(language).Keys, Is.SubsetOf(Needed(language)));
        Assert.That(
            Read(language),
            Is.Not.Empty.And.Count.LessThan(Needed(language).Count),
            "It is whole: take it out of the prepared ones."
        );
    }

    [TestCaseSource(nameof(BegunOnly))]
    public void A_prepared_language_has_a_phrase_with_a_count_in_all_its_forms_or_in_none(string language) =>
        Assert.That(
            Needed(language)
                .GroupBy(StemOf)
                .Where(forms => forms.Count() > 1)
                .Where(forms => forms.Select(Read(language).ContainsKey).Distinct().Count() > 1)
                .Select(forms => forms.Key),
            Is.Empty
        );

    [TestCaseSource(nameof(Languages))]
    public void A_language_has_the_places_of_French(string language) =>
        Assert.That(
            from phrase in Read(language)
            let french = FrenchBeside(language)
            let differences = PhraseKey.Differences(
                Tag(language),
                phrase.Key,
                french.GetValueOrDefault(phrase.Key) ?? french.GetValueOrDefault(StemOf(phrase.Key) + ".other", ""),
                phrase.Value
            )
            where differences.Missing.Count + differences.Unknown.Count > 0
            select phrase.Key,
            Is.Empty
        );

    [Test]
    public void Every_part_of_the_screen_has_a_heading_for_staff() =>
        Assert.That(Read("fr").Keys.Select(key => "texts.group." + key.Split('.')[0]).Distinct(), Is.SubsetOf(Read("staff/fr").Keys));

    [Test]
    public void Whatever_is_counted_has_forms() =>
        Assert.That(
            French
                .Where(phrase => phrase.Value.Contains("{count}", StringComparison.Ordinal) && StemOf(phrase.Key) == phrase.Key)
                .Select(phrase => phrase.Key),
            Is.Empty
        );

    [TestCaseSource(nameof(Languages))]
    public void A_language_says_each_key_once_and_none_blank(string language)
    {
        using var file = JsonDocument.Parse(SourceTree.Read($"assets/languages/{language}.json"));
        var phrases = file.RootElement.EnumerateObject().ToList();
        Assert.That(phrases.Select(p => p.Name), Is.Unique.And.Ordered.Using<string>(string.CompareOrdinal));
        Assert.That(phrases.Select(p => p.Value.GetString()), Is.All.Matches<string?>(text => text?.Length > 0 && text.Trim() == text));
    }

    [Test]
    public void Every_key_that_the_program_says_is_written() => Assert.That(Said().Except(Words), Is.Empty);

    [Test]
    public void Every_beginning_of_a_key_that_the_program_completes_is_written() =>
        Assert.That(
            Beginnings().Where(beginning => !French.Keys.Any(key => key.StartsWith(beginning, StringComparison.Ordinal))),
            Is.Empty
        );

    [Test]
    public void Every_key_is_said_by_the_program() =>
        Assert.That(
            Words
                .Except(Said())
                .Where(key => !key.StartsWith("common.", StringComparison.Ordinal))
                .Where(key => !Beginnings().Any(beginning => key.StartsWith(beginning, StringComparison.Ordinal))),
            Is.Empty
        );

    [Test]
    public void Completed_keys_are_written_for_all_that_may_follow() =>
        Assert.That(
            new[] { "larger", "contrast", "lower" }
                .Select(mode => "bar." + mode)
                .Concat(new[] { "1", "2", "3", "4", "5", "last" }.Select(nth => "hours.nth-" + nth)),
            Is.SubsetOf(French.Keys)
        );

    /// <summary>The keys of French as the program says them: a phrase with a count without its form.</summary>
    private static readonly HashSet<string> Words = [.. French.Keys.Select(StemOf)];

    private static IReadOnlyList<string> Needed(string language) => PhraseKey.For(Tag(language), FrenchBeside(language).Keys.ToHashSet());

    private static string StemOf(string key) => PhraseKey.Split(key, French.ContainsKey)?.Stem ?? key;

    private static LanguageTag Tag(string language) => LanguageTag.Parse(Path.GetFileName(language));

    private static Dictionary<string, string> FrenchBeside(string language) => Read(Path.Combine(Path.GetDirectoryName(language)!, "fr"));

    /// <summary>What stands first in a <c>Translate(…)</c>, any key with a dot inside one, and any quoted key of French.</summary>
    private static HashSet<string> Said() =>
        [
            .. Matches(First()),
            .. Sources
                .SelectMany(source => Spoken().Matches(source))
                .SelectMany(say => Key().Matches(say.Value))
                .Select(key => key.Groups[1].Value)
                .Where(key => key.Contains('.', StringComparison.Ordinal)),
            .. Matches(Key()).Where(Words.Contains),
        ];

    /// <summary><c>"bar." + drawing</c>.</summary>
    private static IEnumerable<string> Beginnings() => Matches(Beginning());

    private static IEnumerable<string> Matches(Regex what) =>
        Sources.SelectMany(source => what.Matches(source)).Select(match => match.Groups[1].Value);

    private static Dictionary<string, string> Read(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(SourceTree.Read($"assets/languages/{language}.json"))!;

    [GeneratedRegex("""\bSay\((?:[^()]|\([^()]*\))*\)""")]
    private static partial Regex Spoken();

    [GeneratedRegex("""\bSay\(\s*"([a-z0-9.-]+)"(?!\s*[+])""")]
    private static partial Regex First();

    [GeneratedRegex("\"([a-z]+(?:-[a-z]+)*(?:\\.[a-z0-9-]+)*)\"(?!\\s*[+])")]
    private static partial Regex Key();

    [GeneratedRegex("""Translate\(\s*"([a-z.-]+[.-])"\s*\+""")]
    private static partial Regex Beginning();
}
