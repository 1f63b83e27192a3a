using System.Text;
using Kiosk.Core.Pictograms;
using Kiosk.Tests.Storage;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Pictograms;

/// <summary>Our own drawings and the house's.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PictogramSetTests : IDisposable
{
    private const string Circle =
        """<svg viewBox="0 0 48 48" xmlns="http://www.w3.org/2000/svg"><circle class="ink" cx="24" cy="24" r="20" """
        + """fill="#2B1B3D" /></svg>""";

    private static readonly PictogramCredit Own = new("Drawn by the house", false);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public void A_drawing_of_the_house_is_there_at_once_and_after_a_restart()
    {
        var set = Open();
        set.Keep("sauna", Svg(Circle), new PictogramCredit("© Ann, CC BY", true));
        foreach (var seen in new[] { set, Open() })
        {
            Assert.That(seen.Names, Has.Member("sauna"));
            Assert.That(seen["sauna"].Credit, Is.EqualTo(new PictogramCredit("© Ann, CC BY", true)));
            Assert.That(Encoding.UTF8.GetString(seen["sauna"].Bytes), Is.EqualTo(Circle));
        }
    }

    [Test]
    public void It_takes_the_place_of_ours_of_the_same_name()
    {
        var set = Open();
        var ours = set["food"];
        set.Keep("food", Svg(Circle), Own);
        Assert.That((ours.Credit, set["food"].Credit, set["food"].Mark == ours.Mark), Is.EqualTo((default(PictogramCredit), Own, false)));
        Assert.That(Open()["food"].Credit, Is.EqualTo(Own));
    }

    [Test]
    public void A_PNG_takes_the_place_of_an_SVG()
    {
        var set = Open();
        set.Keep("food", Svg(Circle), Own);
        set.Keep("food", new CleanDrawing(DrawingFormat.Png, Pngs.Made(8, 8)), Own);
        Assert.That(Open()["food"].Format, Is.EqualTo(DrawingFormat.Png));
        Assert.That(
            Directory.EnumerateFiles(_folder.Data.Pictograms).Select(Path.GetFileName),
            Is.EquivalentTo(new[] { "food.png", "food.json" })
        );
    }

    [TestCase("../food", "Ann")]
    [TestCase("Food", "Ann")]
    [TestCase("", "Ann")]
    [TestCase("food", "  ")]
    public void Neither_a_strange_name_nor_a_missing_credit_is_kept(string name, string licence) =>
        Assert.That(() => Open().Keep(name, Svg(Circle), new PictogramCredit(licence, false)), Throws.ArgumentException);

    [Test]
    public void What_somebody_puts_there_by_hand_is_cleaned_when_it_is_read()
    {
        Directory.CreateDirectory(_folder.Data.Pictograms);
        File.WriteAllText(
            Path.Combine(_folder.Data.Pictograms, "bad.svg"),
            Circle.Replace(" r=", " onclick=\"alert(1)\" r=", StringComparison.Ordinal)
        );
        File.WriteAllText(Path.Combine(_folder.Data.Pictograms, "bad.json"), "{");
        var bad = Open()["bad"];
        Assert.That(Encoding.UTF8.GetString(bad.Bytes), Does.Not.Contain("onclick").And.Not.Contain("circle"));
        Assert.That(bad.Credit!.Licence, Is.EqualTo("?"));
    }

    [TestCase(Circle, true)]
    [TestCase(
        """<svg viewBox="0 0 48 48" xmlns="http://www.w3.org/2000/svg"><circle fill="#2B1B3D" cx="24" cy="24" r="20" /></svg>""",
        false
    )]
    [TestCase(
        """<svg viewBox="0 0 9 9" xmlns="http://www.w3.org/2000/svg"><circle class="ink" cx="24" cy="24" r="20" fill="#2B1B3D" /></svg>""",
        false
    )]
    public void Only_a_drawing_of_our_grid_and_tones_is_recoloured(string svg, bool recoloured)
    {
        var set = Open();
        set.Keep("drawing", Svg(svg), Own);
        Assert.That(set["drawing"].HasOurTones, Is.EqualTo(recoloured));
    }

    private PictogramSet Open() => new(SourceTree.PathOf("assets/pictograms"), _folder.Data.Pictograms);

    private static CleanDrawing Svg(string text) => UploadedDrawing.Read(Encoding.UTF8.GetBytes(text)).Drawing!;
}
