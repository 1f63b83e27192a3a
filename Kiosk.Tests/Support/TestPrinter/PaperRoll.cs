using System.Threading.Channels;

namespace Kiosk.Tests.Support;

/// <summary>The paper: what hangs out of the printer, what was cut off, and how much is left on the roll.</summary>
internal sealed class PaperRoll(int widthDots)
{
    private readonly List<byte[]> _hanging = [];
    private readonly List<PrintedSlip> _slips = [];
    private readonly Channel<PrintedSlip> _fallen = Channel.CreateUnbounded<PrintedSlip>();

    /// <summary>Null for more than any test prints; 0 is the end of the roll.</summary>
    public int? RowsLeft { get; set; }

    public bool IsOut => RowsLeft <= 0;

    public IReadOnlyList<PrintedSlip> Slips => [.. _slips];

    public PrintedSlip Unfinished => new(widthDots, _hanging);

    /// <summary>Each slip once, in the order they fell.</summary>
    public ChannelReader<PrintedSlip> Fallen => _fallen.Reader;

    /// <summary>
    /// Moves by one row of dots. A row wider than the paper loses what is too much ("read and discarded", Citizen PPU-231II manual); a
    /// shorter one ends white.
    /// </summary>
    public void Print(byte[] dots)
    {
        var row = new byte[widthDots / 8];
        dots.AsSpan(0, Math.Min(dots.Length, row.Length)).CopyTo(row);
        _hanging.Add(row);
        RowsLeft--;
    }

    /// <summary>Nobody looks at them any more: a long run would keep them all.</summary>
    public void ThrowAwaySlips()
    {
        _slips.Clear();
        while (_fallen.Reader.TryRead(out _)) { }
    }

    /// <summary>Cuts at the last row. Nothing falls when nothing hangs out.</summary>
    public void Cut()
    {
        if (_hanging.Count > 0)
        {
            var slip = Unfinished;
            _slips.Add(slip);
            _hanging.Clear();
            _fallen.Writer.TryWrite(slip);
        }
    }
}
