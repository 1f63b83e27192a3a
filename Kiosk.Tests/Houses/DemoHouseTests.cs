using System.Text.Json;
using Kiosk.Core.Houses;
using Kiosk.Core.Languages;
using NUnit.Framework;

namespace Kiosk.Tests.Houses;

internal sealed class DemoHouseTests
{
    private static readonly string[] Languages = ["fr", "nl", "en", "de", "es", "pt", "ro", "pl", "tr", "ar", "uk", "fa"];

    private static House House => DemoHouse.Whole;

    [Test]
    public void It_reads_without_a_problem() => Assert.That(DemoHouse.Read(DemoHouse.Json).Problems, Is.Empty);

    [Test]
    public void It_is_large_enough_to_try_things_out()
    {
        using var all = Assert.EnterMultipleScope();
        Assert.That(House.Services, Has.Length.GreaterThanOrEqualTo(30));
        Assert.That(House.Organizations, Has.Length.EqualTo(4));
        Assert.That(House.Profile.Demo, Is.True);
    }

    [Test]
    public void Every_organization_has_an_offer_of_its_own() =>
        Assert.That(House.Services.Select(s => s.OrganizationId).Distinct(), Is.EquivalentTo(House.Organizations.Select(o => o.Id)));

    [Test]
    public void It_speaks_twelve_languages() => Assert.That(House.Profile.Languages.Select(l => l.Value), Is.EqualTo(Languages));

    [Test]
    public void Every_text_is_there_in_each_of_its_languages()
    {
        using var file = JsonDocument.Parse(DemoHouse.Json);
        var incomplete = Texts(file.RootElement, "")
            .Where(text => !text.Languages.Order().SequenceEqual(Languages.Order()))
            .Select(text => text.Path);
        Assert.That(incomplete, Is.Empty);
    }

    /// <summary>A text is the object whose keys are all languages.</summary>
    private static IEnumerable<(string Path, string[] Languages)> Texts(JsonElement value, string path) =>
        value.ValueKind switch
        {
            JsonValueKind.Object when value.EnumerateObject().All(p => LanguageTag.TryParse(p.Name, out _)) =>
            [
                (path, [.. value.EnumerateObject().Select(p => p.Name)]),
            ],
            JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Texts(p.Value, $"{path}.{p.Name}")),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => Texts(item, $"{path}[{i}]")),
            _ => [],
        };
}
