namespace Kiosk.Tests.Support;

/// <summary>A printer behind a device file, as <c>/dev/usb/lp0</c> or a serial port: here a pseudo-terminal. Linux only.</summary>
/// <remarks>Answers that nobody read wait for the next who opens the device, as they do in a real one.</remarks>
public sealed class PtyTestPrinter : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly PseudoTerminal _terminal = new();
    private readonly Gate _takes = new(open: true);
    private readonly Pace _pace = new();
    private readonly Task _serving;

    public PtyTestPrinter(PaperPrinter printer)
    {
        Printer = printer;
        printer.Answered += Send;
        _serving = Task.Factory.StartNew(Serve, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public PaperPrinter Printer { get; }

    /// <summary>The device's path: <c>/dev/pts/3</c>.</summary>
    public string Path => _terminal.Path;

    /// <summary>False: nothing is read, the kernel's buffer fills (some 18 KB), and then a write gives EAGAIN or waits for ever.</summary>
    public bool Takes
    {
        get => _takes.IsOpen;
        set => _takes.Set(value);
    }

    /// <summary>Null for as fast as it can; 11 520 for a serial line of 115 200 baud.</summary>
    public int? BytesPerSecond
    {
        get => _pace.BytesPerSecond;
        set => _pace.BytesPerSecond = value;
    }

    /// <summary>Another program has the device: a further open fails with EBUSY, but not root's (CAP_SYS_ADMIN).</summary>
    public void HoldExclusively() => _terminal.Exclusive(on: true);

    public void LetGo() => _terminal.Exclusive(on: false);

    public async ValueTask DisposeAsync()
    {
        Printer.Answered -= Send;
        await _ended.CancelAsync();
        _terminal.Wake();
        await _serving;
        _terminal.Dispose();
        _ended.Dispose();
    }

    private void Serve()
    {
        try
        {
            while (!_ended.IsCancellationRequested)
            {
                _takes.WhenOpenAsync(_ended.Token).GetAwaiter().GetResult();
                Printer.WhenRoomAsync(_ended.Token).GetAwaiter().GetResult();
                _terminal.WaitForBytes();
                TakeSome();
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private void TakeSome()
    {
        _ended.Token.ThrowIfCancellationRequested();
        var most = Takes ? Math.Min(Printer.Room, _pace.PortionBytes) : 0; // what was set while it waited counts
        var bytes = new byte[most];
        var count = most > 0 ? Math.Max(0, _terminal.Read(bytes)) : 0;
        Printer.Take(bytes.AsSpan(0, count));
        _pace.AfterAsync(count, _ended.Token).GetAwaiter().GetResult();
    }

    private void Send(byte[] answer) => _terminal.Write(answer);
}
