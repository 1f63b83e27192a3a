using System.Runtime.InteropServices;

namespace Kiosk.Tests.Support;

/// <summary>Reads ESC/POS in the order of the data, one byte after another: where a transport splits them makes no difference.</summary>
/// <remarks>
/// Bytes: the Epson TM-T81, TM-T85, TM-T88III, TM-L60II and TM-U220 manuals. Theirs take GS v 0 with yH up to 8; this one any height.
/// </remarks>
internal sealed class EscPosParser
{
    private const byte Nul = 0x00;
    private const byte LineFeed = 0x0A;
    private const byte Dle = 0x10;
    private const byte Esc = 0x1B;
    private const byte Gs = 0x1D;

    private readonly List<byte> _command = [];
    private RasterBand? _band;
    private bool _lineHasText;

    public bool InsideRaster => _band is not null;

    /// <summary>The next byte begins a command.</summary>
    public bool BetweenCommands => _band is null && _command.Count == 0;

    public long GarbageBytes { get; private set; }

    public long LargestBandBytes { get; private set; }

    public PrintAction Take(byte next)
    {
        if (_band is not null)
        {
            return TakeRaster(_band, next);
        }

        _command.Add(next);
        var action = Understand(CollectionsMarshal.AsSpan(_command));
        if (action != PrintAction.Unfinished)
        {
            Follow(action);
            _command.Clear();
        }

        return action;
    }

    /// <summary>Forgets a command or raster that is half there, and stands at the start of a line.</summary>
    public void Forget()
    {
        _band = null;
        _command.Clear();
        _lineHasText = false;
    }

    private PrintAction TakeRaster(RasterBand band, byte next)
    {
        var action = band.Take(next);
        _band = band.IsComplete ? null : band;
        return action;
    }

    private void Follow(PrintAction action)
    {
        if (action == PrintAction.Garbage)
        {
            GarbageBytes += _command.Count;
            _lineHasText = true;
        }
        else if (action is PrintAction.BeginBand begin)
        {
            _band = begin.Band;
            LargestBandBytes = Math.Max(LargestBandBytes, begin.Band.Bytes);
        }
        else if (action is PrintAction.Feed or PrintAction.FeedLines or PrintAction.FeedAndCut)
        {
            _lineHasText = false;
        }
    }

    private PrintAction Understand(ReadOnlySpan<byte> command) =>
        command[0] switch
        {
            Nul => PrintAction.Nothing,
            LineFeed => new PrintAction.FeedLines(1),
            Esc => UnderstandEsc(command[1..]),
            Gs => UnderstandGs(command[1..]),
            Dle => UnderstandDle(command[1..]),
            _ => PrintAction.Garbage,
        };

    private PrintAction UnderstandEsc(ReadOnlySpan<byte> rest)
    {
        switch (rest)
        {
            case [] or [0x4A] or [0x64]:
                return PrintAction.Unfinished;
            case [0x40]:
                _lineHasText = false;
                return PrintAction.Nothing; // ESC @: initialize, the print buffer is cleared
            case [0x4A, var units]:
                return new PrintAction.Feed(units); // ESC J n
            case [0x64, var lines]:
                return new PrintAction.FeedLines(lines); // ESC d n
            case [0x69 or 0x6D]:
                return new PrintAction.FeedAndCut(0); // ESC i, ESC m
            default:
                return PrintAction.Garbage;
        }
    }

    private PrintAction UnderstandGs(ReadOnlySpan<byte> rest) =>
        rest switch
        {
            [] or [0x56] or [0x56, 0x41 or 0x42] or [0x72] => PrintAction.Unfinished,
            [0x56, 0x00 or 0x01 or 0x30 or 0x31] => new PrintAction.FeedAndCut(0), // GS V m
            [0x56, _, var units] => new PrintAction.FeedAndCut(units), // GS V m n
            [0x72, 0x01] => PrintAction.TellPaper, // GS r n
            [0x76, ..] => UnderstandRaster(rest[1..]), // GS v 0
            _ => PrintAction.Garbage,
        };

    /// <summary>
    /// 0, m, xL, xH, yL, yH. "Effective only when there is no data in the print buffer" (HPRT TP80K manual, page 53): at the start of a
    /// line.
    /// </summary>
    private PrintAction UnderstandRaster(ReadOnlySpan<byte> rest) =>
        rest switch
        {
            [] or [0x30] => PrintAction.Unfinished,
            not [0x30, <= 3, ..] => PrintAction.Garbage,
            not [_, _, _, _, _, _] => PrintAction.Unfinished,
            [_, _, 0, 0, _, _] or [_, _, _, _, 0, 0] => PrintAction.Garbage,
            _ when _lineHasText => PrintAction.Garbage,
            [_, var mode, var xLow, var xHigh, var yLow, var yHigh] => new PrintAction.BeginBand(
                new(mode, xLow | (xHigh << 8), yLow | (yHigh << 8))
            ),
        };

    /// <summary>
    /// Carried out when they arrived; in order they are "discarded as undefined codes" (Epson TM-T88III programming guide, page 12).
    /// </summary>
    private static PrintAction UnderstandDle(ReadOnlySpan<byte> rest) =>
        rest switch
        {
            [] or [0x04 or 0x05 or 0x14] => PrintAction.Unfinished,
            [0x04 or 0x05, _] => PrintAction.Nothing, // DLE EOT n, DLE ENQ n
            [0x14, 0x08, .. { Length: < 7 }] => PrintAction.Unfinished,
            [0x14, 0x08, ..] => PrintAction.Nothing, // DLE DC4 8 d1 … d7
            _ => PrintAction.Garbage,
        };
}
