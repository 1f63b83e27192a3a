namespace Kiosk.Tests.Support;

/// <summary>What a printer does as soon as the bytes arrive, whatever waits before them.</summary>
internal enum RealTimeRequest
{
    None = 0,
    PrinterStatus = 1,
    OfflineCause = 2,
    ErrorCause = 3,
    PaperSensor = 4,

    /// <summary>DLE ENQ 2: recover from an error after clearing the buffers.</summary>
    RecoverAndClear,

    /// <summary>DLE DC4 8: clear the buffers, and say so.</summary>
    Clear,
}

/// <summary>Looks for real-time commands in the raw stream, raster data included.</summary>
/// <remarks>
/// "If print data includes a character string containing this command, the printer performs the command" (Epson TM-L90 specification, DLE
/// ENQ);
/// "this command is executed even when the printer is offline, the receive buffer is full, or an error occurs" (serial; TM-T88III guide,
/// page 300).
/// </remarks>
internal sealed class RealTimeScanner
{
    private const byte Dle = 0x10;

    private static readonly (byte[] Bytes, RealTimeRequest Request)[] Commands =
    [
        ([0x10, 0x04, 1], RealTimeRequest.PrinterStatus),
        ([0x10, 0x04, 2], RealTimeRequest.OfflineCause),
        ([0x10, 0x04, 3], RealTimeRequest.ErrorCause),
        ([0x10, 0x04, 4], RealTimeRequest.PaperSensor),
        ([0x10, 0x05, 2], RealTimeRequest.RecoverAndClear),
        // download4.epson.biz/sec_pubs/pos/reference_en/escpos/dle_dc4_fn8.html
        ([0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8], RealTimeRequest.Clear),
    ];

    /// <summary>The last bytes, as far as they may still become a command.</summary>
    private byte[] _seen = [];

    public RealTimeRequest Take(byte next) => _seen.Length == 0 && next != Dle ? RealTimeRequest.None : TakeMore(next);

    private RealTimeRequest TakeMore(byte next)
    {
        _seen = [.. _seen, next];
        while (!Array.Exists(Commands, command => command.Bytes.AsSpan().StartsWith(_seen)))
        {
            _seen = _seen[1..];
        }

        var request = Array.Find(Commands, command => command.Bytes.AsSpan().SequenceEqual(_seen)).Request;
        _seen = request is RealTimeRequest.None ? _seen : [];
        return request;
    }
}
