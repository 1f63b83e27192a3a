using System.Globalization;
using System.Text.RegularExpressions;
using Kiosk.App.Hosting;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests;

/// <summary>The documents say what is so: no more, no less.</summary>
internal sealed partial class DocsTests
{
    [Test]
    public void Every_test_that_is_named_as_proof_exists([Values("privacy", "accessibility", "voice", "languages")] string page)
    {
        var named = Regex
            .Matches(SourceTree.Read($"docs/{page}.md"), "`([A-Za-z]+Tests)`")
            .Select(match => match.Groups[1].Value)
            .Distinct();
        Assert.That(named, Is.Not.Empty.And.SubsetOf(SourceTree.Files("Kiosk.Tests", ".cs").Select(Path.GetFileNameWithoutExtension)));
    }

    [Test]
    public void Every_setting_is_documented_with_its_default()
    {
        var defaults = new KioskSettings();
        var settings = typeof(KioskSettings)
            .GetProperties()
            .Select(p => ($"Kiosk:{p.Name}", $"Kiosk__{p.Name}", Convert.ToString(p.GetValue(defaults), CultureInfo.InvariantCulture)));
        Assert.That(
            Rows(SourceTree.Read("docs/settings.md")).Select(row => (row[0], row[1], (string?)(row[2] == "empty" ? "" : row[2]))),
            Is.EqualTo(settings)
        );
    }

    [Test]
    public void Every_setting_has_a_unit_and_an_example() =>
        Assert.That(Rows(SourceTree.Read("docs/settings.md")).SelectMany(row => row.Skip(3)), Is.All.Not.Empty);

    [Test]
    public void Every_example_of_a_setting_is_one_that_the_program_takes()
    {
        var examples = Rows(SourceTree.Read("docs/settings.md")).ToDictionary(row => row[0]["Kiosk:".Length..], row => row[5]);
        var settings = new KioskSettings
        {
            Data = examples["Data"],
            VisitorUrl = examples["VisitorUrl"],
            StaffUrl = examples["StaffUrl"],
            TimeZone = examples["TimeZone"],
            IdleSeconds = int.Parse(examples["IdleSeconds"], CultureInfo.InvariantCulture),
            Printer = examples["Printer"],
            PrinterProfile = examples["PrinterProfile"],
            PaperDots = int.Parse(examples["PaperDots"], CultureInfo.InvariantCulture),
            DemoYear = bool.Parse(examples["DemoYear"]),
            ScreenOff = examples["ScreenOff"],
            Voice = examples["Voice"],
            Volume = int.Parse(examples["Volume"], CultureInfo.InvariantCulture),
            SwitchSeconds = int.Parse(examples["SwitchSeconds"], CultureInfo.InvariantCulture),
        };
        Assert.That(settings.Problems(), Is.Empty);
    }

    [Test]
    public void Every_address_is_documented() =>
        Assert.That(
            Rows(SourceTree.Read("docs/addresses.md")).Select(row => $"{row[0]} {row[1]}"),
            Is.EquivalentTo(Pages().Concat(Endpoints()))
        );

    [Test]
    public void Every_drawing_is_listed_once() =>
        Assert.That(
            Rows(SourceTree.Read("docs/pictograms.md").Split("## The list")[1]).Select(row => row[0]),
            Is.EquivalentTo(DemoHouse.Pictograms)
        );

    [Test]
    public void The_drawings_are_counted_right()
    {
        var text = SourceTree.Read("docs/pictograms.md");
        Assert.That(text, Does.Contain($"family of {DemoHouse.Pictograms.Count} drawings"));
        Assert.That(
            Section().Matches(text).Sum(title => int.Parse(title.Groups[1].Value, CultureInfo.InvariantCulture)),
            Is.EqualTo(DemoHouse.Pictograms.Count)
        );
    }

    [Test]
    public void Every_link_between_documents_leads_somewhere()
    {
        var broken =
            from file in SourceTree.Files(".", ".md")
            from link in Link().Matches(SourceTree.Read(file))
            let target = link.Groups[1].Value.Split('#')[0]
            where
                target.Length > 0
                && !target.Contains("://", StringComparison.Ordinal)
                && !target.StartsWith("mailto:", StringComparison.Ordinal)
            where !Path.Exists(Path.Combine(Path.GetDirectoryName(SourceTree.PathOf(file))!, target))
            select $"{file}: {target}";
        Assert.That(broken, Is.Empty);
    }

    /// <summary>The cells of each row that begins with a code, without their back quotes.</summary>
    private static IEnumerable<string[]> Rows(string document) =>
        document
            .Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim().Trim('|').Split('|').Select(cell => WholeCode().Replace(cell.Trim(), "$1")).ToArray());

    private static IEnumerable<string> Pages() =>
        from file in SourceTree.Files("Kiosk.App", ".cshtml")
        let page = Page().Match(SourceTree.Read(file))
        where page.Success
        from method in TakesPost(Path.GetDirectoryName(file)!.Replace('/', '.'), Model().Match(SourceTree.Read(file)).Groups[1].Value)
            ? new[] { "GET", "POST" }
            : ["GET"]
        select $"{method} {Constraint().Replace(page.Groups[1].Value, "}")}";

    private static bool TakesPost(string space, string model) =>
        typeof(KioskSettings)
            .Assembly.GetType($"{space}.{model}", throwOnError: true)!
            .GetMethods()
            .Any(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal));

    private static IEnumerable<string> Endpoints() =>
        from file in SourceTree.Files("Kiosk.App", ".cs")
        from map in Map().Matches(SourceTree.Read(file))
        select $"{map.Groups[1].Value.ToUpperInvariant()} {map.Groups[2].Value}";

    [GeneratedRegex("""^@page "([^"]*)"$""", RegexOptions.Multiline)]
    private static partial Regex Page();

    [GeneratedRegex(@"^@model (\w+)", RegexOptions.Multiline)]
    private static partial Regex Model();

    [GeneratedRegex("\\.Map(Get|Post|Put|Delete|Patch)\\(\\s*\"([^\"]*)\"")]
    private static partial Regex Map();

    [GeneratedRegex("^`([^`]*)`$")]
    private static partial Regex WholeCode();

    [GeneratedRegex(@":\w+\}")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"(?<!\\)\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^### .* \((\d+)\)$", RegexOptions.Multiline)]
    private static partial Regex Section();
}
