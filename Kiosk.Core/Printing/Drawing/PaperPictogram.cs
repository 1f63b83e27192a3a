using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Kiosk.Core.Pictograms;
using SkiaSharp;
using Svg.Skia;

namespace Kiosk.Core.Printing.Drawing;

/// <summary>A pictogram as paper takes it, made ready once.</summary>
internal abstract class PaperPictogram
{
    /// <summary>Length of a side of the square in which it is drawn, in units of its own.</summary>
    public const float Side = 48;

    /// <summary>
    /// Our own shapes as outlines; what a house brings, as Skia and Svg.Skia read it, which takes longest for the first one.
    /// </summary>
    /// <returns>A drawing that cannot be read stays white: the words beside it say the same.</returns>
    public static PaperPictogram Read(PictogramFile file)
    {
        try
        {
            return file.Credit is null ? new Shapes(XElement.Parse(Encoding.UTF8.GetString(file.Bytes)))
                : file.Format == DrawingFormat.Png ? new Picture(file.Bytes)
                : new AnySvg(file.Bytes);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return new Shapes(new XElement("svg"));
        }
    }

    public abstract void DrawOn(SKCanvas canvas);

    /// <summary>Puts what is so wide and high into the middle of the square, as large as it fits.</summary>
    private static void Fit(SKCanvas canvas, float width, float height)
    {
        var scale = Side / Math.Max(width, height);
        canvas.Translate((Side - (width * scale)) / 2, (Side - (height * scale)) / 2);
        canvas.Scale(scale);
    }

    /// <summary>Path, circle, ellipse and rectangle in ink or white: all that our own drawings are made of.</summary>
    private sealed class Shapes : PaperPictogram
    {
        private readonly List<(SKPath Outline, SKPaint Paint)> _parts = [];

        public Shapes(XElement svg)
        {
            foreach (var element in svg.Elements())
            {
                var outline = Outline(element);
                if (PaintOf(element, "fill") is { } fill)
                {
                    _parts.Add((outline, fill));
                }

                if (PaintOf(element, "stroke") is { } stroke)
                {
                    stroke.Style = SKPaintStyle.Stroke;
                    stroke.StrokeWidth = Number(element, "stroke-width");
                    stroke.StrokeCap = SKStrokeCap.Round;
                    stroke.StrokeJoin = SKStrokeJoin.Round;
                    _parts.Add((outline, stroke));
                }
            }
        }

        public override void DrawOn(SKCanvas canvas) => _parts.ForEach(part => canvas.DrawPath(part.Outline, part.Paint));

        private static SKPath Outline(XElement element)
        {
            using var path = new SKPathBuilder();
            switch (element.Name.LocalName)
            {
                case "path":
                    return SKPath.ParseSvgPathData(element.Attribute("d")?.Value ?? "") ?? new SKPath();
                case "circle":
                    path.AddCircle(Number(element, "cx"), Number(element, "cy"), Number(element, "r"));
                    return path.Detach();
                case "ellipse":
                    path.AddOval(
                        SKRect.Create(
                            Number(element, "cx") - Number(element, "rx"),
                            Number(element, "cy") - Number(element, "ry"),
                            2 * Number(element, "rx"),
                            2 * Number(element, "ry")
                        )
                    );
                    return path.Detach();
                case "rect":
                    path.AddRoundRect(
                        SKRect.Create(Number(element, "x"), Number(element, "y"), Number(element, "width"), Number(element, "height")),
                        Number(element, "rx"),
                        Number(element, "rx")
                    );
                    return path.Detach();
                default:
                    throw new NotSupportedException($"Our drawings have no <{element.Name.LocalName}>.");
            }
        }

        private static SKPaint? PaintOf(XElement element, string attribute) =>
            element.Attribute(attribute)?.Value is { } value and not "none"
                ? new SKPaint { IsAntialias = true, Color = SKColor.Parse(value) }
                : null;

        private static float Number(XElement element, string attribute) =>
            float.Parse(element.Attribute(attribute)?.Value ?? "0", CultureInfo.InvariantCulture);
    }

    /// <summary>Whatever an SVG may hold after it was cleaned.</summary>
    private sealed class AnySvg : PaperPictogram
    {
        private readonly SKPicture? _picture;

        public AnySvg(byte[] svg)
        {
            using var stream = new MemoryStream(svg);
            _picture = new SKSvg().Load(stream);
        }

        public override void DrawOn(SKCanvas canvas)
        {
            if (_picture is { CullRect: { Width: > 0, Height: > 0 } box })
            {
                Fit(canvas, box.Width, box.Height);
                canvas.DrawPicture(_picture, -box.Left, -box.Top);
            }
        }
    }

    /// <summary>Dots, as in a PNG.</summary>
    private sealed class Picture(byte[] png) : PaperPictogram
    {
        private readonly SKImage? _image = SKImage.FromEncodedData(png);

        public override void DrawOn(SKCanvas canvas)
        {
            if (_image is not null)
            {
                Fit(canvas, _image.Width, _image.Height);
                canvas.DrawImage(_image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
            }
        }
    }
}
