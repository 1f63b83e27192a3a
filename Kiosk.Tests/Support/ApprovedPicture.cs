using System.Runtime.InteropServices;
using Kiosk.Core.Printing.Drawing;
using NUnit.Framework;

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

    private const int White = 0xFFFFFF;
    private const int Black = 0;

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
        var surface = Cairo.CreateSurface(Cairo.FormatRgb24, image.WidthDots, image.HeightDots);
        for (var y = 0; y < image.HeightDots; y++)
        {
            var row = Enumerable.Range(0, image.WidthDots).Select(x => image.IsBlack(x, y) ? Black : White).ToArray();
            Marshal.Copy(row, 0, Cairo.Data(surface) + (y * Cairo.Stride(surface)), row.Length);
        }

        MarkDirty(surface);
        Assert.That(WriteToPng(surface, Name(file)), Is.Zero);
        Cairo.DestroySurface(surface);
    }

    private static Picture Read(string file)
    {
        var surface = CreateFromPng(Name(file));
        Assert.That(Cairo.Status(surface), Is.Zero, file);
        var (width, height, stride) = (Width(surface), Height(surface), Cairo.Stride(surface));
        var bytes = new byte[stride * height];
        Marshal.Copy(Cairo.Data(surface), bytes, 0, bytes.Length);
        Cairo.DestroySurface(surface);
        return new Picture(width, height, stride, bytes);
    }

    /// <summary>Four bytes a dot, as cairo holds it.</summary>
    private sealed record Picture(int Width, int Height, int Stride, byte[] Bytes)
    {
        public bool HasNear(int x, int y, bool black) =>
            Enumerable
                .Range(-1, 3)
                .Any(dy => Enumerable.Range(-1, 3).Any(dx => Bytes[((y + dy) * Stride) + ((x + dx) * 4)] < 128 == black));
    }

    private static byte[] Name(string file) => System.Text.Encoding.UTF8.GetBytes(file + "\0");

    [DllImport(Cairo.Library, EntryPoint = "cairo_surface_mark_dirty")]
    private static extern void MarkDirty(nint surface);

    [DllImport(Cairo.Library, EntryPoint = "cairo_image_surface_create_from_png")]
    private static extern nint CreateFromPng(byte[] file);

    [DllImport(Cairo.Library, EntryPoint = "cairo_surface_write_to_png")]
    private static extern int WriteToPng(nint surface, byte[] file);

    [DllImport(Cairo.Library, EntryPoint = "cairo_image_surface_get_width")]
    private static extern int Width(nint surface);

    [DllImport(Cairo.Library, EntryPoint = "cairo_image_surface_get_height")]
    private static extern int Height(nint surface);
}
