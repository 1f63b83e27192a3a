using Kiosk.Core.Printing.Drawing;
using NodaTime;

namespace Kiosk.Core.Printing;

/// <summary>
/// Slips that could not be printed since the kiosk was started: how many, and of the last one why and on which day. Nothing of what was on
/// them.
/// </summary>
public sealed record PrintFailures(int Count, PrinterState Last, LocalDate On);

/// <summary>Where all slips go to the printer: one at a time, each once.</summary>
/// <param name="today">The day a failure is noted under.</param>
public sealed class PrintQueue(IPrinter printer, PrinterTimeouts timeouts, TimeProvider time, Func<LocalDate> today) : IDisposable
{
    /// <summary>A second touch on the same slip within this time after it came is the same touch: fingers tremble.</summary>
    private static readonly TimeSpan SameTouch = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _lock = new();
    private (string Slip, Task<PrintResult> Result, long? EndedAt)? _last;

    /// <summary>Raised when <see cref="State"/> has become another.</summary>
    public event Action? Changed;

    /// <summary>How the printer was when it was last heard of.</summary>
    public PrinterState State { get; private set; } = PrinterState.Absent;

    public PrintFailures? Failures { get; private set; }

    /// <summary>
    /// Prints a slip, after the one that is being printed. Asked for the same slip meanwhile, or just afterwards, it gives the same answer
    /// and prints nothing.
    /// </summary>
    /// <param name="slip">Tells one slip from another. It is kept until the same touch is over, in memory only.</param>
    /// <param name="draw">Draws it, on another thread.</param>
    public Task<PrintResult> PrintAsync(string slip, Func<PaperImage> draw)
    {
        lock (_lock)
        {
            if (_last is { } last && last.Slip == slip && (last.EndedAt is not { } end || time.GetElapsedTime(end) < SameTouch))
            {
                return last.Result;
            }

            var turn = _turn.WaitAsync(timeouts.Slip); // here, so that slips come out in the order of the touches
            var result = Task.Run(() => PrintInTurnAsync(turn, draw));
            _last = (slip, result, null);
            _ = ForgetAsync(result);
            return result;
        }
    }

    /// <summary>Asks the printer how it is, unless it is printing.</summary>
    public void LookAfter()
    {
        if (_turn.Wait(TimeSpan.Zero))
        {
            try
            {
                Note(printer.Ask());
            }
            finally
            {
                _turn.Release();
            }
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<PrintResult> PrintInTurnAsync(Task<bool> turn, Func<PaperImage> draw)
    {
        if (!await turn)
        {
            return NoteFailure(PrinterState.Stuck);
        }

        try
        {
            var result = printer.TryPrint(draw());
            Note(result);
            return result;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return NoteFailure(PrinterState.CannotDraw); // a drawing is missing, say: the visitor gets the square all the same
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task ForgetAsync(Task<PrintResult> result)
    {
        await Task.WhenAny(result);
        lock (_lock)
        {
            if (_last is { } last && last.Result == result)
            {
                _last = last with { EndedAt = time.GetTimestamp() };
            }
        }

        await Task.Delay(SameTouch, time);
        lock (_lock)
        {
            _last = _last is { } last && last.Result == result ? null : _last;
        }
    }

    private void Note(PrintResult result)
    {
        if (result.End == PrintEnd.CouldNot)
        {
            NoteFailure(result.State);
        }

        Note(result.State);
    }

    private PrintResult NoteFailure(PrinterState kind)
    {
        Failures = new PrintFailures((Failures?.Count ?? 0) + 1, kind, today());
        return new PrintResult(PrintEnd.CouldNot, kind);
    }

    private void Note(PrinterState state)
    {
        if (State != state)
        {
            State = state;
            Changed?.Invoke();
        }
    }
}
