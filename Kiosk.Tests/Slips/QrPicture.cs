using System.Globalization;
using System.Text;
using Kiosk.Core.Slips;

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
}
