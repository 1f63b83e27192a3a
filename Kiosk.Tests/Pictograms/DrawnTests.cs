using System.Text;
using Kiosk.App.Hosting;
using Kiosk.Core.Pictograms;
using Kiosk.Core.Printing;
using Kiosk.Core.Printing.Drawing;
using Kiosk.Tests.Storage;
using Kiosk.Tests.Support;
using NUnit.Framework;
using SkiaSharp;

namespace Kiosk.Tests.Pictograms;

/// <summary>A house's drawing is drawn on paper; on screen see the browser's tests.</summary>
[Platform("Linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DrawnTests : IDisposable
{
    private const int Side = 96;

    /// <summary>As a drawing program writes it: a rule, a mask, a copy; the left half is ink.</summary>
    private const string FromAProgram = """
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100px" height="100px">
          <style>.st0{fill:#111}</style>
          <defs><rect id="a" width="50" height="100"/></defs>
          <clipPath id="c"><use xlink:href="#a"/></clipPath><rect class="st0" clip-path="url(#c)" width="100" height="100"/></svg>
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    internal static IEnumerable<TestCaseData> Files =>
        [
            new TestCaseData(Encoding.UTF8.GetBytes(FromAProgram)).SetArgDisplayNames("SVG"),
            new TestCaseData(HalfInk()).SetArgDisplayNames("PNG"),
        ];

    [TestCaseSource(nameof(Files))]
    public void Paper_shows_it(byte[] file)
    {
        using var canvas = new Canvas(Side, Side);
        canvas.Draw(new PictogramFiles(With(file))["upload"], 0, 0, Side);
        var paper = canvas.ToPaper();
        Assert.That((paper.IsBlack(Side / 4, Side / 2), paper.IsBlack(Side * 3 / 4, Side / 2)), Is.EqualTo((true, false)));
    }

    /// <summary>What paper shows of our drawings is what a program that knows nothing of ours makes of them, but for the edges.</summary>
    [Test, Category("Paper")]
    public void Each_drawing_of_ours_is_as_librsvg_draws_it()
    {
        var files = new PictogramFiles(new PictogramSet(ProgramFiles.Pictograms, null));
        using var all = Assert.EnterMultipleScope();
        foreach (var path in Directory.EnumerateFiles(ProgramFiles.Pictograms, "*.svg"))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            using var canvas = new Canvas(Side, Side);
            canvas.Draw(files[name], 0, 0, Side);
            using var other = SKBitmap.Decode(Tool.Run("rsvg-convert", "-w", $"{Side}", "-h", $"{Side}", "-b", "white", "-f", "png", path));
            Assert.That(Different(canvas.ToPaper(), other), Is.Zero, name);
        }
    }

    /// <summary>Dots that have none of their colour at the same place, or beside it, in the other picture.</summary>
    private static int Different(PaperImage paper, SKBitmap other)
    {
        var black = other.Pixels.Select(dot => dot.Green < 128).ToArray();
        var inner = Enumerable.Range(1, Side - 2);
        return inner.Sum(y => inner.Count(x => !Near(x, y).Contains(paper.IsBlack(x, y))));

        IEnumerable<bool> Near(int x, int y) =>
            Enumerable.Range(y - 1, 3).SelectMany(row => black[((row * Side) + x - 1)..((row * Side) + x + 2)]);
    }

    /// <summary>It is read before a visitor asks for it: afterwards its file is not needed.</summary>
    [TestCaseSource(nameof(Files))]
    public void What_a_house_brought_is_made_ready_ahead(byte[] file)
    {
        var files = new PictogramFiles(With(file));
        files.PrepareHouses();
        Directory.Delete(_folder.Data.Pictograms, recursive: true);
        using var canvas = new Canvas(Side, Side);
        canvas.Draw(files["upload"], 0, 0, Side);
        var paper = canvas.ToPaper();
        Assert.That((paper.IsBlack(Side / 4, Side / 2), paper.IsBlack(Side * 3 / 4, Side / 2)), Is.EqualTo((true, false)));
    }

    /// <summary>Somebody wrote into the program's folder by hand.</summary>
    [TestCase("<svg ")]
    [TestCase("<svg xmlns='http://www.w3.org/2000/svg'><path fill='#2B1B3D'/><circle fill='red' r='a'/><text>no</text></svg>")]
    public void A_damaged_drawing_of_ours_stays_white(string svg)
    {
        File.WriteAllText(Path.Combine(_folder.Data.Root, "food.svg"), svg);
        using var canvas = new Canvas(Side, Side);
        canvas.Draw(new PictogramFiles(new PictogramSet(_folder.Data.Root, null))["food"], 0, 0, Side);
        var paper = canvas.ToPaper();
        Assert.That(paper.Rows(0, Side).ToArray(), Is.All.Zero);
    }

    private PictogramSet With(byte[] file)
    {
        var set = new PictogramSet(ProgramFiles.Pictograms, _folder.Data.Pictograms);
        set.Keep("upload", UploadedDrawing.Read(file).Drawing!, new PictogramCredit("Ann", false));
        return set;
    }

    private static byte[] HalfInk()
    {
        var svg = Path.GetTempFileName();
        File.WriteAllText(svg, FromAProgram);
        var png = Tool.Run("rsvg-convert", "-w", "200", "-h", "200", "-f", "png", svg);
        File.Delete(svg);
        return png;
    }
}
