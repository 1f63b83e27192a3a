using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Kiosk.Core.Pictograms;

/// <summary>Takes an SVG apart and writes it anew from shapes and paint only, so that it may stand in our pages and on paper.</summary>
internal sealed partial class SvgCleaning
{
    private const int MostElements = 4000;
    private const int MostDepth = 40;

    private static readonly XNamespace Svg = SvgVocabulary.Namespace;

    private readonly SvgStyles _styles;
    private readonly Dictionary<string, XElement> _byId;
    private int _elements;

    private SvgCleaning(XElement root)
    {
        _styles = new SvgStyles(root.Descendants().Where(e => e.Name.LocalName == "style").Select(e => e.Value));
        _byId = root.Descendants()
            .Where(e => e.Attribute("id") is not null)
            .GroupBy(e => e.Attribute("id")!.Value)
            .ToDictionary(same => same.Key, same => same.First());
    }

    public static bool LooksLikeXml(ReadOnlySpan<byte> file)
    {
        var start = Encoding.UTF8.GetString(file[..Math.Min(file.Length, 64)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return start.StartsWith('<')
            || file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
            || file.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]); // UTF-16
    }

    /// <exception cref="DrawingRefused">It is no drawing, or more than one.</exception>
    public static byte[] Clean(byte[] file)
    {
        var root = Parse(file);
        if (root.Name.LocalName != "svg" || root.Name.NamespaceName is not ("" or SvgVocabulary.Namespace))
        {
            throw new DrawingRefused(DrawingFault.NoDrawing);
        }

        RefuseWhatActs(root);
        return new SvgCleaning(root).Write(root);
    }

    /// <remarks>A document type is passed over, as drawing programs write one; entities in it are what makes a small file large.</remarks>
    private static XElement Parse(byte[] file)
    {
        if (file.AsSpan().IndexOf("<!ENTITY"u8) >= 0)
        {
            throw new DrawingRefused(DrawingFault.Entities);
        }

        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(file),
                new XmlReaderSettings
                {
                    DtdProcessing = DtdProcessing.Ignore,
                    XmlResolver = null,
                    MaxCharactersInDocument = UploadedDrawing.MostSvgBytes,
                    IgnoreComments = true,
                    IgnoreProcessingInstructions = true,
                    IgnoreWhitespace = true,
                }
            );
            return XDocument.Load(reader).Root!;
        }
        catch (XmlException)
        {
            throw new DrawingRefused(DrawingFault.Broken);
        }
    }

    private static void RefuseWhatActs(XElement root)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            if (
                SvgVocabulary.Acting.Contains(element.Name.LocalName)
                || element.Attributes().Any(a => a.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            )
            {
                throw new DrawingRefused(DrawingFault.Script);
            }

            if (element.Attributes().Any(PointsOutside) || (element.Name.LocalName == "style" && PointsOutside(element.Value)))
            {
                throw new DrawingRefused(DrawingFault.PointsOutside);
            }
        }
    }

    private static bool PointsOutside(XAttribute attribute) =>
        !attribute.IsNamespaceDeclaration
        && (
            attribute.Name.LocalName is "href" or "src"
                ? !attribute.Value.StartsWith('#') && !IsPictureInside(attribute)
                : PointsOutside(attribute.Value)
        );

    /// <summary>A photo written out within the file fetches nothing; it goes with its element.</summary>
    private static bool IsPictureInside(XAttribute attribute) =>
        attribute.Parent!.Name.LocalName is "image" or "feImage"
        && attribute.Value.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase);

    private static bool PointsOutside(string text) =>
        text.Contains("@import", StringComparison.OrdinalIgnoreCase)
        || text.Contains("javascript:", StringComparison.OrdinalIgnoreCase)
        || Link().Matches(text).Any(link => !link.Groups[1].Value.StartsWith('#'));

    private byte[] Write(XElement root)
    {
        var drawing = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", ViewBox(root)),
            Paints(root),
            root.Elements().Select(e => Clean(e, 1))
        );
        if (!drawing.Descendants().Any(e => SvgVocabulary.Shapes.Contains(e.Name.LocalName)))
        {
            throw new DrawingRefused(DrawingFault.NothingToSee);
        }

        SvgReferences.RefuseCopiesOfCopies(drawing);
        using var file = new MemoryStream();
        using (var writer = XmlWriter.Create(file, new XmlWriterSettings { OmitXmlDeclaration = true, Encoding = new UTF8Encoding(false) }))
        {
            drawing.WriteTo(writer);
        }

        return file.ToArray();
    }

    private XElement? Clean(XElement element, int depth)
    {
        if (element.Name.NamespaceName is not ("" or SvgVocabulary.Namespace) || !SvgVocabulary.Elements.Contains(element.Name.LocalName))
        {
            return null;
        }

        if (++_elements > MostElements || depth > MostDepth)
        {
            throw new DrawingRefused(DrawingFault.TooIntricate);
        }

        var tone =
            element.Attribute("class")?.Value is { } name && SvgVocabulary.Tones.Contains(name) ? new XAttribute("class", name) : null;
        return new XElement(
            Svg + element.Name.LocalName,
            tone,
            Places(element),
            Paints(element),
            Link(element),
            element.Elements().Select(e => Clean(e, depth + 1))
        );
    }

    private static IEnumerable<XAttribute> Places(XElement element) =>
        element
            .Attributes()
            .Where(a => a.Name.NamespaceName.Length == 0 && SvgVocabulary.Places.Contains(a.Name.LocalName))
            .Select(a => new XAttribute(a.Name, a.Value));

    private IEnumerable<XAttribute> Paints(XElement element)
    {
        var own = element
            .Attributes()
            .Where(a => a.Name.NamespaceName.Length == 0 && SvgVocabulary.Paints.Contains(a.Name.LocalName))
            .Select(a => KeyValuePair.Create(a.Name.LocalName, a.Value));
        return own.Concat(_styles.For((string?)element.Attribute("class"), (string?)element.Attribute("style")))
            .Where(paint => !paint.Value.Contains('\\', StringComparison.Ordinal)) // in CSS it may hide any letter: "\75rl(" is "url("
            .GroupBy(paint => paint.Key)
            .Select(same => new XAttribute(same.Key, same.Last().Value));
    }

    /// <summary>To another part of the same drawing; one that is not there is left out.</summary>
    private XAttribute? Link(XElement element)
    {
        var link = (string?)element.Attribute("href") ?? (string?)element.Attribute(XName.Get("href", SvgVocabulary.LinkNamespace));
        return link is not null && _byId.ContainsKey(link[1..]) ? new XAttribute("href", link) : null;
    }

    private static string ViewBox(XElement root)
    {
        var written = (string?)root.Attribute("viewBox") ?? $"0 0 {Length(root, "width")} {Length(root, "height")}";
        var numbers = written
            .Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(n => double.TryParse(n, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)
            .ToList();
        return numbers is [_, _, > 0, > 0] && numbers.All(double.IsFinite)
            ? string.Join(' ', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)))
            : throw new DrawingRefused(DrawingFault.NoSize);
    }

    private static string Length(XElement root, string name) => Number().Match((string?)root.Attribute(name) ?? "").Value;

    [GeneratedRegex(@"url\s*\(\s*['""]?\s*([^'"")]*)", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"^\s*\d+(\.\d+)?(?![\d.]*\s*%)")]
    private static partial Regex Number();
}
