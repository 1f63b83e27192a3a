using Kiosk.Core.Printing.Drawing;

namespace Kiosk.Core.Printing;

/// <summary>Turns a slip into commands for one printer: bands it can hold, white ones as feed, and a cut.</summary>
public sealed class EscPosEncoder(PrinterProfile profile)
{
    /// <summary>Each element is one whole command.</summary>
    public IEnumerable<byte[]> Encode(PaperImage slip) => [EscPos.Initialize, .. Bands(slip), .. Part(profile.Cut), EscPos.Initialize];

    /// <summary>What parts a slip from the roll, by any of the ways there are.</summary>
    public IEnumerable<byte[]> Part(Cut cut) =>
        cut is Cut.FeedAndPartial or Cut.FeedAndFull ? [cut.Bytes()]
        : cut == Cut.Tear ? Feed(profile.FeedBeforeCutDots)
        : [.. Feed(profile.FeedBeforeCutDots), cut.Bytes()];

    private IEnumerable<byte[]> Bands(PaperImage slip)
    {
        var most = Math.Max(1, (profile.BandBytes - EscPos.RasterHeaderBytes) / slip.BytesPerRow);
        for (var row = 0; row < slip.HeightDots; row += most)
        {
            var rows = Math.Min(most, slip.HeightDots - row);
            foreach (var command in IsBlank(slip, row, rows) ? Feed(rows) : [EscPos.Raster(slip, row, rows)])
            {
                yield return command;
            }
        }
    }

    private IEnumerable<byte[]> Feed(int dots) => EscPos.Feed(dots * profile.FeedUnitsPerInch / profile.DotsPerInch);

    private static bool IsBlank(PaperImage slip, int row, int rows) => slip.Rows(row, rows).IndexOfAnyExcept((byte)0) < 0;
}
