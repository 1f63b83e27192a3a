using Kiosk.Core.Printing.Drawing;
using NUnit.Framework;
using SkiaSharp;

namespace Kiosk.Tests.Support;

/// <summary>Pictures in <c>Kiosk.Tests/Approved</c> that somebody looked at; what is drawn today has to look the same.</summary>
/// <remarks>
/// To approve anew: delete the picture, run the test, look at what it wrote into <c>artifacts/received</c>, and move it to <c>Approved</c>.
/// </remarks>
internal static class ApprovedPicture
{
    /// <summary>
    /// Dots that may differ from all their neighbours in the other picture, in a thousand: libraries round edges a little differently.
    /// </summary>
    private const double MostStrayDotsPerThousand = 2;

    /// <summary>Dots by which a strip may be longer or shorter.</summary>
    private const int MostHeightDifference = 6;

    public static void AssertLike(PaperImage drawn, string name)
    {
        var (approved, received) = (
            SourceTree.PathOf($"Kiosk.Tests/Approved/{name}.png"),
            SourceTree.PathOf($"artifacts/received/{name}.png")
        );
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        Write(drawn, received);
        Assert.That(File.Exists(approved), $"{name} was never approved: look at {received}.");
        var picture = Read(approved);
        Assert.That(picture.Width, Is.EqualTo(drawn.WidthDots));
        Assert.That(picture.Height, Is.EqualTo(drawn.HeightDots).Within(MostHeightDifference));
        Assert.That(
            StrayDots(drawn, picture) * 1000.0 / (drawn.WidthDots * drawn.HeightDots),
            Is.LessThanOrEqualTo(MostStrayDotsPerThousand),
            $"look at {received}"
        );
    }

    /// <summary>Dots without one of their colour at the same place, or beside it, in the picture.</summary>
    private static int StrayDots(PaperImage drawn, Picture picture)
    {
        var stray = 0;
        for (var y = 1; y < Math.Min(drawn.HeightDots, picture.Height) - 1; y++)
        {
            for (var x = 1; x < drawn.WidthDots - 1; x++)
            {
                stray += picture.HasNear(x, y, drawn.IsBlack(x, y)) ? 0 : 1;
            }
        }

        return stray;
    }

    private static void Write(PaperImage image, string file)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(image.WidthDots, image.HeightDots, SKColorType.Gray8, SKAlphaType.Opaque));
        var dots = bitmap.GetPixelSpan();
        var stride = bitmap.RowBytes;
        for (var y = 0; y < image.HeightDots; y++)
        {
            for (var x = 0; x < image.WidthDots; x++)
            {
                dots[(y * stride) + x] = image.IsBlack(x, y) ? byte.MinValue : byte.MaxValue;
            }
        }

        using var encoded = bitmap.Encode(SKEncodedImageFormat.Png, quality: 100);
        File.WriteAllBytes(file, encoded.ToArray());
    }

    private static Picture Read(string file)
    {
        using var bitmap = SKBitmap.Decode(file);
        return new Picture(bitmap.Width, bitmap.Height, [.. bitmap.Pixels.Select(dot => dot.Green < 128)]);
    }

    /// <param name="Black">Row after row.</param>
    private sealed record Picture(int Width, int Height, bool[] Black)
    {
        /// <summary>At the place or beside it; a million dots are asked, so that it is a plain loop.</summary>
        public bool HasNear(int x, int y, bool black)
        {
            for (var row = y - 1; row <= y + 1; row++)
            {
                if (Array.IndexOf(Black, black, (row * Width) + x - 1, 3) >= 0)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
