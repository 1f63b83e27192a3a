using System.Diagnostics;
using Kiosk.Core.Printing.Drawing;

namespace Kiosk.Core.Printing;

/// <summary>A printer that speaks ESC/POS, over a line that is opened for each slip and each question.</summary>
/// <param name="open">Opens the line; throws <see cref="PrinterConnectionException"/> when it cannot.</param>
internal sealed class EscPosPrinter(Func<IPrinterConnection> open, PrinterProfile profile, PrinterTimeouts timeouts) : IPrinter
{
    /// <summary>The slowest printers: 50 mm a second. One that has not said "printed" by then never will.</summary>
    private const double SlowestInchesPerSecond = 2;

    private const int LooksUntilAskedAgain = 20;

    /// <summary>A printer that is just waking up, or a kiosk that is, may miss an answer.</summary>
    private const int UnansweredUntilSilent = 3;

    private readonly EscPosEncoder _encoder = new(profile);

    /// <summary>
    /// Whether it has ever answered; null while that is not known. One that never does is not waited for; one that did, and no longer does,
    /// has stopped.
    /// </summary>
    private bool? _answers;
    private int _unanswered;
    private int _looks;

    /// <summary>
    /// The last slip may have broken off within a drawing, and which of its drawings nobody knows: what was written may have waited in the
    /// system's memory, and been thrown away there. At start nobody knows what came before.
    /// </summary>
    private bool _brokeOff = true;

    /// <summary>A part of a slip may hang out of the printer: from its first byte until the printer has said that it is printed.</summary>
    private bool _hangsOut;

    public PrinterState Ask()
    {
        try
        {
            using var connection = open();
            return IsKnownSilent() ? PrinterState.Unknown : Ask(new EscPosConversation(connection, timeouts));
        }
        catch (PrinterConnectionException problem)
        {
            return Lost(problem);
        }
    }

    public PrintResult TryPrint(PaperImage slip)
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            using var connection = open();
            var conversation = new EscPosConversation(connection, timeouts);
            var state = _answers == false ? PrinterState.Unknown : Ask(conversation);
            if (!state.CanPrint())
            {
                return new PrintResult(PrintEnd.CouldNot, state);
            }

            var end = TrySend(connection, slip, begun)
                ? End(conversation, slip, state, timeouts.Slip - Stopwatch.GetElapsedTime(begun))
                : PrinterState.Stuck;
            if (end is { } stopped)
            {
                return Drop(connection, conversation, stopped);
            }

            (_brokeOff, _hangsOut) = (false, false);
            return new PrintResult(conversation.HasPrinted ? PrintEnd.Printed : PrintEnd.Sent, state);
        }
        catch (PrinterConnectionException problem)
        {
            return new PrintResult(PrintEnd.CouldNot, Lost(problem));
        }
    }

    /// <summary>
    /// A printer that never answered is asked again only now and then: whoever prints meanwhile would wait for the answer that does not
    /// come.
    /// </summary>
    private bool IsKnownSilent() => _answers == false && ++_looks % LooksUntilAskedAgain != 0;

    private PrinterState Ask(EscPosConversation conversation)
    {
        var state = conversation.Ask();
        _unanswered = state == PrinterState.Unknown ? _unanswered + 1 : 0;
        _answers =
            _answers == true || state != PrinterState.Unknown ? true
            : _unanswered < UnansweredUntilSilent ? null
            : false;
        return state == PrinterState.Unknown && _answers == true ? PrinterState.Stuck : state;
    }

    /// <summary>Whatever is there next may be another printer.</summary>
    private PrinterState Lost(PrinterConnectionException problem)
    {
        _answers = problem.State == PrinterState.Absent ? null : _answers;
        return problem.State;
    }

    private bool TrySend(IPrinterConnection connection, PaperImage slip, long begun)
    {
        byte[][] commands = [.. AfterBreakingOff(), .. _encoder.Encode(slip)];
        (_brokeOff, _hangsOut) = (true, true);
        foreach (var command in commands)
        {
            var left = timeouts.Slip - Stopwatch.GetElapsedTime(begun);
            if (left <= TimeSpan.Zero || connection.Write(command, left < timeouts.Step ? left : timeouts.Step) < command.Length)
            {
                return false;
            }

            Pause();
        }

        return true;
    }

    /// <summary>
    /// White dots, as many as the largest drawing has, end one that was broken off; where none was, they mean nothing. What hangs out of
    /// the last slip is parted from the next.
    /// </summary>
    private IEnumerable<byte[]> AfterBreakingOff() =>
        _brokeOff ? [new byte[profile.BandBytes], EscPos.Initialize, .. _hangsOut ? _encoder.Part(profile.Cut) : []] : [];

    /// <returns>Why the slip did not come to its end; null when it did, or nothing says otherwise.</returns>
    private PrinterState? End(EscPosConversation conversation, PaperImage slip, PrinterState before, TimeSpan left)
    {
        if (before == PrinterState.Unknown)
        {
            return null;
        }

        var most = TimeSpan.FromSeconds(1 + (slip.HeightDots / SlowestInchesPerSecond / profile.DotsPerInch));
        var state = conversation.WaitUntilPrinted(left < most ? left : most, before);
        return conversation.HasPrinted || (state.CanPrint() && state != PrinterState.Unknown) ? null
            : state == PrinterState.Unknown ? PrinterState.Stuck
            : state;
    }

    /// <summary>
    /// The slip is given up. Where the printer can, it forgets what it holds of it; what hangs out is parted from the next.
    /// </summary>
    private PrintResult Drop(IPrinterConnection connection, EscPosConversation conversation, PrinterState stopped)
    {
        if (profile.ClearsBuffer)
        {
            connection.Write(EscPos.ClearBuffer, timeouts.Answer);
        }

        var state = stopped == PrinterState.Stuck ? Ask(conversation) : stopped;
        return new PrintResult(PrintEnd.CouldNot, state.CanPrint() ? PrinterState.Stuck : state);
    }

    /// <summary>For printers without flow control: they lose what comes while they print.</summary>
    private void Pause()
    {
        if (profile.PauseMilliseconds > 0)
        {
#pragma warning disable RS0030 // Such a printer says nothing one could wait for.
            Thread.Sleep(profile.PauseMilliseconds);
#pragma warning restore RS0030
        }
    }
}
