using System.Diagnostics;

namespace Kiosk.Core.Printing;

/// <summary>Questions to a printer and their answers, over one open line.</summary>
internal sealed class EscPosConversation(IPrinterConnection connection, PrinterTimeouts timeouts)
{
    /// <summary>An answer is one byte; what came unasked, or late, may stand before it.</summary>
    private readonly byte[] _heard = new byte[64];

    /// <summary>Reads of 64 bytes: a device that never stops sending is no printer.</summary>
    private const int MostUnasked = 64;

    /// <summary>Bytes to come of a status that the printer sends by itself, some by a switch of theirs.</summary>
    private int _automatic;

    /// <summary>Whether the printer has come to <see cref="EscPos.SayWhenPrinted"/>.</summary>
    public bool HasPrinted { get; private set; }

    /// <summary>
    /// Asks how it is. The first question that stays without an answer is the last: a printer that says nothing is not waited for thrice.
    /// </summary>
    public PrinterState Ask() =>
        connection.CanAnswer && Answer(1) is { } printer ? EscPosStatus.Read(printer, Answer(2), Answer(4)) : PrinterState.Unknown;

    /// <summary>Waits until it says that everything is printed, that it cannot go on, or for so long.</summary>
    /// <returns>How it was at the end.</returns>
    public PrinterState WaitUntilPrinted(TimeSpan most, PrinterState before)
    {
        var begun = Stopwatch.GetTimestamp();
        Drain();
        HasPrinted = false; // what was heard before answers something else, or an earlier slip
        connection.Write(EscPos.SayWhenPrinted, timeouts.Answer);
        var state = before;
        while (!HasPrinted && state.CanPrint() && Stopwatch.GetElapsedTime(begun) < most)
        {
            if (Hear(timeouts.Answer) == 0)
            {
                state = Ask();
            }
        }

        return state;
    }

    private byte? Answer(int question)
    {
        Drain();
        connection.Write(EscPos.Ask(question), timeouts.Answer);
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) is var elapsed && elapsed < timeouts.Answer)
        {
            var heard = _heard.AsSpan(0, Hear(timeouts.Answer - elapsed));
            foreach (var answer in heard)
            {
                if (EscPosStatus.IsAnswer(answer))
                {
                    return answer;
                }
            }
        }

        return null;
    }

    /// <summary>What came unasked is no answer.</summary>
    private void Drain()
    {
        for (var round = 0; round < MostUnasked && Hear(TimeSpan.Zero) > 0; round++) { }
    }

    /// <returns>Bytes that came; none when nothing did in time.</returns>
    private int Hear(TimeSpan most)
    {
        var count = connection.Read(_heard, most);
        foreach (var heard in _heard.AsSpan(0, count))
        {
            HasPrinted |= _automatic == 0 && EscPosStatus.SaysPrinted(heard);
            _automatic = EscPosStatus.BeginsAutomaticStatus(heard) ? 3 : Math.Max(0, _automatic - 1);
        }

        return count;
    }
}
