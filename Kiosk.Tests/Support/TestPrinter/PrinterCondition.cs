namespace Kiosk.Tests.Support;

/// <summary>How a printer is, and how it says so in one byte.</summary>
/// <remarks>Bits: Epson TM-U220 specification, DLE EOT n and GS r n; TM-L60II technical information, page 1217.</remarks>
internal readonly record struct PrinterCondition(bool Stopped, bool CoverOpen, bool PaperOut, bool NearEnd, bool CutterJam)
{
    /// <summary>Bits 1 and 4 are always on, 0 and 7 always off.</summary>
    private const int Fixed = 0x12;

    /// <summary>The answer to DLE EOT 1 to 4.</summary>
    public byte RealTime(RealTimeRequest request) =>
        (byte)(
            Fixed
            | request switch
            {
                RealTimeRequest.PrinterStatus => Bits(Stopped, 0x08),
                RealTimeRequest.OfflineCause => Bits(CoverOpen, 0x04) | Bits(PaperOut, 0x20) | Bits(CutterJam, 0x40),
                RealTimeRequest.ErrorCause => Bits(CutterJam, 0x08),
                RealTimeRequest.PaperSensor => Bits(NearEnd, 0x0C) | Bits(PaperOut, 0x60),
                _ => throw new ArgumentOutOfRangeException(nameof(request), request, "Not a question of DLE EOT."),
            }
        );

    /// <summary>The answer to GS r 1; bits 4 and 7 are always off.</summary>
    /// <remarks>
    /// Paper end is seen there by few: most do not carry it out before paper is back (Epson TM-T85 and Bixolon SRP-330II manuals).
    /// </remarks>
    public byte InOrder() => (byte)(Bits(NearEnd, 0x03) | Bits(PaperOut, 0x0C));

    private static int Bits(bool on, int bits) => on ? bits : 0;
}
