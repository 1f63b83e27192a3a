using System.Xml.Linq;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests;

/// <summary>
/// Every drawing keeps to the grid and tones of <c>docs/pictograms.md</c>, so that a page may recolour it and paper may print it.
/// </summary>
internal sealed class PictogramTests
{
    private const int MostBytes = 2048;
    private const string Ink = "#2B1B3D";
    private const string Tone = "#FFFFFF";

    private static readonly string[] Shapes = ["path", "circle", "rect", "ellipse"];

    private static readonly string[] Attributes =
    [
        "class",
        "fill",
        "stroke",
        "stroke-width",
        "stroke-linecap",
        "stroke-linejoin",
        "fill-rule",
        "d",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "x",
        "y",
        "width",
        "height",
    ];

    private static IEnumerable<string> Drawings => SourceTree.Files("assets/pictograms", ".svg");

    [Test]
    public void There_are_enough_for_a_house() => Assert.That(Drawings.Count(), Is.GreaterThanOrEqualTo(48));

    [TestCaseSource(nameof(Drawings))]
    public void It_is_small_and_on_the_grid(string file)
    {
        var svg = Load(file);
        Assert.That(new FileInfo(SourceTree.PathOf(file)).Length, Is.LessThanOrEqualTo(MostBytes));
        Assert.That(
            svg.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => (a.Name.LocalName, a.Value)),
            Is.EqualTo([("viewBox", "0 0 48 48")])
        );
    }

    [TestCaseSource(nameof(Drawings))]
    public void It_holds_plain_shapes_and_nothing_else(string file)
    {
        var svg = Load(file);
        Assert.That(svg.Descendants().Select(e => e.Name.LocalName).Distinct(), Is.Not.Empty.And.SubsetOf(Shapes));
        Assert.That(svg.Descendants().SelectMany(e => e.Attributes()).Select(a => a.Name.LocalName).Distinct(), Is.SubsetOf(Attributes));
        Assert.That(svg.DescendantNodes().Where(node => node is not XElement), Is.Empty);
    }

    [TestCaseSource(nameof(Drawings))]
    public void Every_shape_is_ink_or_tone(string file) =>
        Assert.That(Load(file).Elements().Where(shape => !KeepsToItsTone(shape)), Is.Empty);

    [TestCaseSource(nameof(Drawings))]
    public void It_shows_something_at_48_pixels(string file) =>
        Assert.That(
            Tool.Run("rsvg-convert", "-w", "48", "-h", "48", "-f", "png", SourceTree.PathOf(file)),
            Has.Length.GreaterThan(EmptyPicture.Value.Length)
        );

    /// <summary>A picture of nothing, as large as a drawing at 48 pixels.</summary>
    private static readonly Lazy<byte[]> EmptyPicture = new(() =>
    {
        var empty = Path.GetTempFileName();
        File.WriteAllText(empty, """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"></svg>""");
        var picture = Tool.Run("rsvg-convert", "-w", "48", "-h", "48", "-f", "png", empty);
        File.Delete(empty);
        return picture;
    });

    private static XElement Load(string file) => XDocument.Load(SourceTree.PathOf(file)).Root!;

    private static bool KeepsToItsTone(XElement shape) =>
        ((string?)shape.Attribute("class"), (string?)shape.Attribute("fill"), (string?)shape.Attribute("stroke"))
            is
                ("ink", Ink, null)
                or
                ("tone", Tone, null)
                or
                ("ink-line", "none", Ink)
                or
                ("tone-line", "none", Tone);
}
