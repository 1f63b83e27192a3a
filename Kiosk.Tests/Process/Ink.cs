using System.Globalization;
using System.Text;

namespace Kiosk.Tests.Processes;

/// <summary>Where a picture is not white.</summary>
internal static class Ink
{
    private const byte NearlyWhite = 200;

    /// <summary>The smallest rectangle around all of it, in pixels of a portable graymap (netpbm P5).</summary>
    public static (int Left, int Top, int Right, int Bottom) Of(byte[] graymap)
    {
        var (width, height, start) = HeaderOf(graymap);
        var (left, top, right, bottom) = (width, height, 0, 0);
        for (var pixel = 0; pixel < width * height; pixel++)
        {
            if (graymap[start + pixel] < NearlyWhite)
            {
                var (x, y) = (pixel % width, pixel / width);
                (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x + 1), Math.Max(bottom, y + 1));
            }
        }

        return (left, top, right, bottom);
    }

    /// <summary>Magic, width, height and greatest value, each with one space or line end after it.</summary>
    private static (int Width, int Height, int Start) HeaderOf(byte[] graymap)
    {
        var words = Encoding.ASCII.GetString(graymap, 0, 40).Split([' ', '\n'], 5);
        var start = words.Take(4).Sum(word => word.Length + 1);
        return (int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture), start);
    }
}
