using System.Text;
using System.Xml.Linq;
using Kiosk.Core.Pictograms;
using NUnit.Framework;

namespace Kiosk.Tests.Pictograms;

/// <summary>What stays of an uploaded SVG, and what is refused.</summary>
internal sealed class SvgCleaningTests
{
    [TestCase("<script>alert(1)</script>", DrawingFault.Script)]
    [TestCase("<g><path onload='alert(1)' d='M0 0h9v9z'/></g>", DrawingFault.Script)]
    [TestCase("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>", DrawingFault.Script)]
    [TestCase("<a href='#x'><path d='M0 0h9v9z'/></a>", DrawingFault.Script)]
    [TestCase("<use href='#x'><set attributeName='href' to='https://there.example/'/></use>", DrawingFault.Script)]
    [TestCase("<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>", DrawingFault.Script)]
    [TestCase("<use href='https://there.example/a.svg#x'/>", DrawingFault.PointsOutside)]
    [TestCase("<image x='0' xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='file:///etc/passwd'/>", DrawingFault.PointsOutside)]
    [TestCase("<path fill='url(https://there.example/a.svg#x)' d='M0 0h9v9z'/>", DrawingFault.PointsOutside)]
    [TestCase("<path style='fill:url( \"//there.example/#x\")' d='M0 0h9v9z'/>", DrawingFault.PointsOutside)]
    [TestCase("<style>@import 'https://there.example/a.css';</style>", DrawingFault.PointsOutside)]
    [TestCase("<use href='data:image/svg+xml;base64,PHN2Zy8+#x'/>", DrawingFault.PointsOutside)]
    [TestCase("<g/>", DrawingFault.NothingToSee)]
    [TestCase("<text>Word</text><image href='data:image/png;base64,AAAA'/>", DrawingFault.NothingToSee)]
    [TestCase("<path d='M0 0h9v9z'/><g id='a'><use href='#a'/></g>", DrawingFault.TooIntricate)]
    [TestCase(
        "<g id='a'><use href='#b'/></g><g id='b'><use href='#c'/></g><g id='c'><path d='M0 0'/></g><use href='#a'/>",
        DrawingFault.TooIntricate
    )]
    [TestCase("<mask id='m'><path mask='url(#m)' d='M0 0'/></mask><path mask='url(#m)' d='M0 0'/>", DrawingFault.TooIntricate)]
    public void What_is_more_than_a_drawing_is_refused(string inside, DrawingFault fault) =>
        Assert.That(Read(Wrap(inside)).Fault, Is.EqualTo(fault));

    [TestCase("<html><body/></html>", DrawingFault.NoDrawing)]
    [TestCase("{ \"a\": 1 }", DrawingFault.NoDrawing)]
    [TestCase("", DrawingFault.NoDrawing)]
    [TestCase("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path", DrawingFault.Broken)]
    [TestCase("<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>", DrawingFault.NoSize)]
    [TestCase("<svg xmlns='http://www.w3.org/2000/svg' width='100%' height='100%'><path d='M0 0'/></svg>", DrawingFault.NoSize)]
    [TestCase("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1e999 9'><path d='M0 0'/></svg>", DrawingFault.NoSize)]
    [TestCase(
        "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><svg xmlns='http://www.w3.org/2000/svg'>&b;</svg>",
        DrawingFault.Entities
    )]
    [TestCase("<!DOCTYPE svg SYSTEM 'file:///etc/passwd'><svg xmlns='http://www.w3.org/2000/svg'>&b;</svg>", DrawingFault.Broken)]
    public void What_is_no_drawing_is_refused(string file, DrawingFault fault) => Assert.That(Read(file).Fault, Is.EqualTo(fault));

    [Test]
    public void An_entity_in_another_encoding_is_refused_too() =>
        Assert.That(
            UploadedDrawing
                .Read(
                    Encoding
                        .Unicode.GetPreamble()
                        .Concat(Encoding.Unicode.GetBytes("<!DOCTYPE svg [<!ENTITY b 'a'>]><svg>&b;</svg>"))
                        .ToArray()
                )
                .Fault,
            Is.EqualTo(DrawingFault.Broken)
        );

    [Test]
    public void What_is_too_large_or_too_deep_is_refused()
    {
        var large = Wrap($"<path d='{new string('1', UploadedDrawing.MostSvgBytes)}'/>");
        var deep = Wrap(
            string.Concat(Enumerable.Repeat("<g>", 2000)) + "<path d='M0 0'/>" + string.Concat(Enumerable.Repeat("</g>", 2000))
        );
        Assert.That((Read(large).Fault, Read(deep).Fault), Is.EqualTo((DrawingFault.TooLarge, DrawingFault.TooIntricate)));
    }

    [Test]
    public void Styles_become_paint() =>
        Assert.That(
            Clean(
                    "<style>/* a */ .a, .b { fill: red; font: 9px x } .b{stroke:#00f!important} path{fill:green}</style><path "
                        + "class='b other' style='opacity:.5;behavior:none' d='M0 0'/>"
                )
                .Attributes()
                .Select(a => $"{a.Name.LocalName}={a.Value}"),
            Is.EquivalentTo(new[] { "d=M0 0", "fill=red", "stroke=#00f", "opacity=.5" })
        );

    /// <summary>To a browser and to the paper <c>\75rl(</c> is <c>url(</c>: copies of copies would come in by it.</summary>
    [TestCase("<path mask='\\75rl(#m)' fill='red' d='M0 0'/>")]
    [TestCase("<path style='mask:\\75rl(#m);fill:red' d='M0 0'/>")]
    [TestCase("<style>.a{mask:u\\72l(#m)}</style><path class='a' fill='red' d='M0 0'/>")]
    public void A_paint_with_letters_in_hiding_goes(string inside) =>
        Assert.That(Clean(inside).Attributes().Select(a => a.Name.LocalName), Is.EquivalentTo(new[] { "d", "fill" }));

    [Test]
    public void What_only_an_editor_reads_goes()
    {
        const string Noted = """
            <?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
            <!-- drawn by Ann -->
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/namespaces/inkscape" width="20mm"
              height="10mm" i:export="/home/ann/a.png">
              <title>Ann</title><metadata><i:who>Ann</i:who></metadata><i:view/>
              <path i:label="Ann" data-who="Ann" class="Ann" d="M0 0h9"/></svg>
            """;
        Assert.That(Text(Noted), Is.EqualTo("""<svg viewBox="0 0 20 10" xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9" /></svg>"""));
    }

    [Test]
    public void Parts_of_a_drawing_may_use_one_another()
    {
        const string Inside =
            "<defs><path id='a' d='M0 0h9v9z'/><linearGradient id='g'><stop offset='0' stop-color='red'/></linearGradient></defs>"
            + "<clipPath id='c'><use xlink:href='#a' xmlns:xlink='http://www.w3.org/1999/xlink'/></clipPath><rect "
            + "clip-path='url(#c)' fill='url(#g)' width='9' height='9'/><use href='#gone'/>";
        var text = Text(Wrap(Inside));
        Assert.That(text, Does.Contain("<use href=\"#a\"").And.Contain("clip-path=\"url(#c)\"").And.Not.Contain("gone"));
    }

    [Test]
    public void A_clean_drawing_stays_as_it_is()
    {
        var once = Text(Wrap("<g transform='scale(2)'><path class='ink' fill='#2B1B3D' d='M0 0h9v9z'/></g>"));
        Assert.That(Text(once), Is.EqualTo(once));
    }

    private static string Wrap(string inside) => $"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{inside}</svg>";

    private static DrawingReading Read(string file) => UploadedDrawing.Read(Encoding.UTF8.GetBytes(file));

    private static string Text(string file)
    {
        var reading = Read(file);
        Assert.That(reading.Fault, Is.Null);
        return Encoding.UTF8.GetString(reading.Drawing!.Bytes);
    }

    private static XElement Clean(string inside) => XElement.Parse(Text(Wrap(inside))).Elements().Single();
}
