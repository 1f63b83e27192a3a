namespace Kiosk.Core.Printing;

/// <summary>The measures of a slip for one width of paper, in dots.</summary>
/// <param name="Body">Em of the facts: never under 24, 3 mm at 203 dots an inch.</param>
/// <param name="Picture">Side of the large drawing: never under 96, 12 mm.</param>
/// <param name="NameRoom">Room for the name of a language; words beside the QR need as much.</param>
/// <param name="Module">Side of a QR module: telephones read 4 dots at best, 5 and 6 surely (DENSO: 4 or more).</param>
internal sealed record SlipSizes(
    int Width,
    int Margin,
    int Heading,
    int SecondHeading,
    int Body,
    int Small,
    int Picture,
    int Mark,
    int Gap,
    int NameRoom,
    int Module
)
{
    /// <exception cref="ArgumentOutOfRangeException">No printer of ours is so wide.</exception>
    public static SlipSizes For(int widthDots) =>
        widthDots switch
        {
            576 => new(576, 8, 38, 30, 25, 24, 112, 34, 7, 180, 6),
            512 => new(512, 8, 36, 29, 25, 24, 104, 34, 7, 170, 6),
            384 => new(384, 4, 32, 28, 24, 24, 96, 32, 6, 150, 5),
            _ => throw new ArgumentOutOfRangeException(nameof(widthDots), widthDots, "Paper is 576, 512 or 384 dots wide."),
        };
}
