using System.Diagnostics;

namespace Kiosk.Tests.Support;

/// <summary>A thermal printer without its cable: bytes go in, paper and answers come out.</summary>
/// <remarks>It prints as fast as bytes come; how fast they come is the transport's. Everything may be called from any thread.</remarks>
/// <param name="widthDots">384, 512 or 576 (escpos-printer-db).</param>
public sealed partial class PaperPrinter(int widthDots)
{
    // One line of font A is 24 dots high (12 × 24, Epson TM-T88III specification); the line spacing of this printer.
    private const int LineDots = 24;

    /// <summary>Header, identifier and NUL, the answer to DLE DC4 8.</summary>
    private static readonly byte[] Cleared = [0x37, 0x25, 0x00];

    private readonly Lock _lock = new();
    private readonly Queue<byte> _received = new();
    private readonly RealTimeScanner _realTime = new();
    private readonly EscPosParser _parser = new();
    private readonly Queue<byte[]> _rowsDue = new();
    private readonly PaperRoll _paper = new(widthDots);
    private readonly Gate _room = new(open: true);
    private bool _cutDue;

    /// <summary>What the printer sends back, in order. Nobody listening: lost, as on a cable without a reader.</summary>
    public event Action<byte[]>? Answered;

    public int WidthDots => widthDots;

    /// <summary>Cheap printers: "usually a 4 kB buffer" (mike42/escpos-php#206).</summary>
    public int ReceiveBufferBytes { get; init; } = 4096;

    public int DotsPerInch { get; init; } = 203;

    /// <summary>The vertical motion unit of ESC J and GS V 66: one dot, unless said otherwise.</summary>
    public int FeedUnitsPerInch { get; init; } = 203;

    /// <summary>How many bytes it takes now without being asked again: 0 when dead or full.</summary>
    public int Room => Locked(() => RoomBytes);

    private int RoomBytes => _dead ? 0 : ReceiveBufferBytes - _received.Count;

    private bool CanPrint => !_dead && !Condition.Stopped;

    /// <summary>Takes bytes as they come from the cable.</summary>
    /// <returns>How many; fewer than given when it is dead, or cannot print and its buffer is full.</returns>
    public int Take(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            var arrived = Stopwatch.GetTimestamp();
            var taken = 0;
            while (taken < bytes.Length && RoomBytes > 0)
            {
                Receive(bytes[taken++], arrived);
                GoOn();
            }

            return taken;
        }
    }

    public Task WhenRoomAsync(CancellationToken cancel) => _room.WhenOpenAsync(cancel);

    private void Receive(byte next, long arrived)
    {
        var request = _realTime.Take(next);
        Note(next, request, arrived);
        _received.Enqueue(next);
        if (request is RealTimeRequest.Clear or RealTimeRequest.RecoverAndClear)
        {
            Clear(request);
        }
        else if (request is not RealTimeRequest.None)
        {
            Answer(Condition.RealTime(request));
        }
    }

    private void Clear(RealTimeRequest request)
    {
        if (ObeysClear && (request is RealTimeRequest.Clear || !RecoversOnlyFromErrors || _cutterJam))
        {
            _received.Clear();
            _rowsDue.Clear();
            _cutDue = false;
            _parser.Forget();
            _framing.Forget();
            Answer(request is RealTimeRequest.Clear ? Cleared : []);
        }
    }

    /// <summary>Prints what can be printed of what has come.</summary>
    private void GoOn()
    {
        while (CanPrint && DoNext()) { }

        _room.Set(RoomBytes > 0);
        TellWhoWaits();
    }

    private bool DoNext()
    {
        if (_rowsDue.TryDequeue(out var row))
        {
            _paper.Print(row);
        }
        else if (_cutDue)
        {
            Cut();
        }
        else if (_received.TryDequeue(out var next))
        {
            Begin(_parser.Take(next));
        }
        else
        {
            return false;
        }

        return true;
    }

    private void Begin(PrintAction action)
    {
        switch (action)
        {
            case PrintAction.PrintRow row:
                Owe(row.Dots, row.Times);
                break;
            case PrintAction.Feed feed:
                Owe([], Rows(feed.Units));
                break;
            case PrintAction.FeedLines feed:
                Owe([], feed.Lines * LineDots);
                break;
            case PrintAction.FeedAndCut feed:
                Owe([], Rows(feed.Units));
                _cutDue = true;
                break;
            default:
                AnswerInOrder(action);
                break;
        }
    }

    private void Owe(byte[] row, int times)
    {
        for (; times > 0; times--)
        {
            _rowsDue.Enqueue(row);
        }
    }

    private int Rows(int feedUnits) => (int)Math.Round((double)feedUnits * DotsPerInch / FeedUnitsPerInch);

    private void Cut()
    {
        _cutterJam = _jamsAtNextCut;
        _jamsAtNextCut = false;
        if (!_cutterJam)
        {
            _paper.Cut();
            _cutDue = false;
        }
    }

    private void AnswerInOrder(PrintAction action)
    {
        if (action == PrintAction.TellPaper)
        {
            Answer(Condition.InOrder());
        }
    }

    private void Answer(params byte[] answer)
    {
        if (_answersStatus && answer.Length > 0)
        {
            Answered?.Invoke(answer);
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_lock)
        {
            return read();
        }
    }
}
