using Kiosk.Core.Printing;
using Kiosk.Tests.Storage;
using NUnit.Framework;

namespace Kiosk.Tests.Printing;

internal sealed class PrinterProfilesTests
{
    private static IEnumerable<string> Ids => Profiles.All.Ids;

    [TestCaseSource(nameof(Ids))]
    public void Each_profile_can_be_used_and_says_where_its_figures_come_from(string id)
    {
        var profile = Profiles.All.Find(id)!;
        Assert.That(profile.PaperDots, Is.Not.Empty.And.SubsetOf(new[] { 576, 512, 384 }));
        Assert.That(profile.DotsPerInch, Is.EqualTo(203).Or.EqualTo(180));
        Assert.That(profile.FeedUnitsPerInch, Is.EqualTo(profile.DotsPerInch).Or.EqualTo(profile.DotsPerInch * 2));
        Assert.That(profile.BandBytes, Is.InRange(256, 4096));
        Assert.That(profile.PauseMilliseconds, Is.InRange(0, 200));
        Assert.That(
            profile.Cut is Cut.FeedAndPartial or Cut.FeedAndFull || profile.FeedBeforeCutDots > 0,
            Is.True,
            "a cut that does not feed needs a feed"
        );
        Assert.That(profile.Source, Has.Length.GreaterThan(40));
    }

    [TestCase("epson")]
    [TestCase("")]
    [TestCase("../printers/generic")]
    public void A_profile_that_does_not_exist_is_not_found(string id) => Assert.That(Profiles.All.Find(id), Is.Null);

    [TestCase("{")]
    [TestCase(
        """{ "id": "mine", "name": "x", "paperDots": [576], "dotsPerInch": 0, "feedUnitsPerInch": 203, "bandBytes": """
            + """4096, "pauseMilliseconds": 0, "cut": "tear", "feedBeforeCutDots": 0, "clearsBuffer": false, "source": "x" }"""
    )]
    [TestCase("{}")]
    [TestCase("""{ "id": "mine", "cut": "with scissors" }""")]
    public void A_file_that_is_no_profile_is_named_with_what_is_wrong(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Data.Root, "mine.json"), text);
        Assert.That(
            () => new PrinterProfiles(folder.Data.Root).Find("mine"),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains("mine.json")
        );
    }
}
