namespace Kiosk.Core.Printing;

/// <summary>The measures of a slip for one width of paper, in dots.</summary>
/// <param name="Body">Em of the facts: never under 24, 3 mm at 203 dots an inch.</param>
/// <param name="Picture">Side of the large drawing: never under 96, 12 mm.</param>
/// <param name="LeastModule">Side of the smallest QR module: telephones read 4 dots at best, 5 and 6 surely (DENSO: 4 or more).</param>
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
    int LeastModule
)
{
    /// <exception cref="ArgumentOutOfRangeException">No printer of ours is so wide.</exception>
    public static SlipSizes For(int widthDots) =>
        widthDots switch
        {
            576 => new(576, 8, 46, 36, 29, 24, 144, 46, 12, 180, 6),
            512 => new(512, 8, 42, 33, 27, 24, 128, 44, 11, 170, 6),
            384 => new(384, 4, 36, 30, 25, 24, 104, 40, 9, 150, 5),
            _ => throw new ArgumentOutOfRangeException(nameof(widthDots), widthDots, "Paper is 576, 512 or 384 dots wide."),
        };
}
