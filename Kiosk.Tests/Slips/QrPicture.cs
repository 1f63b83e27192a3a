using System.Globalization;
using System.Text;
using Kiosk.Core.Slips;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace Kiosk.Tests.Slips;

/// <summary>A QR as a portable graymap (netpbm P5), which every decoder reads.</summary>
internal static class QrPicture
{
    private const byte Black = 0;
    private const byte White = 255;

    public static byte[] Graymap(QrSymbol symbol, int pixelsPerModule)
    {
        var side = symbol.Size * pixelsPerModule;
        var header = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5 {side} {side} 255\n"));
        var picture = new byte[header.Length + (side * side)];
        header.CopyTo(picture, 0);
        for (var pixel = 0; pixel < side * side; pixel++)
        {
            var (x, y) = (pixel % side / pixelsPerModule, pixel / side / pixelsPerModule);
            picture[header.Length + pixel] = symbol.IsDark(x, y) ? Black : White;
        }

        return picture;
    }

    /// <summary>What ZXing.Net reads in the code of a graymap; null when it finds none.</summary>
    public static string? Read(byte[] graymap)
    {
        var head = Encoding.ASCII.GetString(graymap, 0, Math.Min(graymap.Length, 20)).Split(' ', '\n');
        var (width, height) = (int.Parse(head[1], CultureInfo.InvariantCulture), int.Parse(head[2], CultureInfo.InvariantCulture));
        var dots = new RGBLuminanceSource(graymap[^(width * height)..], width, height, RGBLuminanceSource.BitmapFormat.Gray8);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(dots)))?.Text;
    }
}
