namespace Kiosk.Tests.Support;

/// <summary>What came of it, for a test to look at.</summary>
public sealed partial class PaperPrinter
{
    /// <summary>Follows the stream as it arrives, while <c>_parser</c> may be held up by what cannot be printed.</summary>
    private readonly EscPosParser _framing = new();

    private long _bytesTaken;
    private int _realTimeInsideRaster;
    private long _commandArrived;
    private TaskCompletionSource<long> _firstRasterByte = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<(Func<PaperPrinter, bool> Holds, TaskCompletionSource Met)> _awaited = [];

    /// <summary>What was cut off, oldest first.</summary>
    public IReadOnlyList<PrintedSlip> Slips => Locked(() => _paper.Slips);

    /// <summary>What hangs out uncut, as it is now.</summary>
    public PrintedSlip Unfinished => Locked(() => _paper.Unfinished);

    /// <summary>Bytes that were neither a command nor its data, and came out as letters.</summary>
    public long GarbageBytes => Locked(() => _parser.GarbageBytes);

    /// <summary>The largest GS v 0 announced, header included. 0 before the first.</summary>
    public long LargestBandBytes => Locked(() => _framing.LargestBandBytes);

    /// <summary>Everything taken from the cable, printed or not.</summary>
    public long BytesTaken => Locked(() => _bytesTaken);

    /// <summary>How often raster data, or a question asked in the middle of them, were a real-time command.</summary>
    /// <remarks>It is carried out, and printed as dots: a question asked there shifts the rest of the picture.</remarks>
    public int RealTimeCommandsInsideRaster => Locked(() => _realTimeInsideRaster);

    /// <summary>
    /// When the first byte of the first GS v 0 came since <see cref="ResetFirstRasterByte"/>, by <see
    /// cref="System.Diagnostics.Stopwatch.GetTimestamp"/>; null before.
    /// </summary>
    public long? FirstRasterByteTimestamp =>
        Locked(() => _firstRasterByte.Task is { IsCompletedSuccessfully: true } task ? task.Result : (long?)null);

    /// <summary>Its timestamp, once it has come.</summary>
    public Task<long> FirstRasterByteAsync => Locked(() => _firstRasterByte.Task);

    /// <summary>Ready for the next measurement. Who waits for the one before goes on waiting.</summary>
    public void ResetFirstRasterByte()
    {
        lock (_lock)
        {
            _firstRasterByte = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Empties the basket under the printer.</summary>
    public void ThrowAwaySlips()
    {
        lock (_lock)
        {
            _paper.ThrowAwaySlips();
        }
    }

    /// <summary>The next slip that nobody asked for yet, in the order they were cut.</summary>
    /// <exception cref="TimeoutException">None fell; it says how the printer is.</exception>
    public async Task<PrintedSlip> NextSlipAsync(TimeSpan patience)
    {
        using var guard = new CancellationTokenSource(patience);
        try
        {
            return await _paper.Fallen.ReadAsync(guard.Token);
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"No slip within {patience}: {this}", late);
        }
    }

    /// <summary>
    /// Waits until something is so of the printer, looked at after each byte and each change: <c>printer => printer.Room == 0</c>.
    /// </summary>
    /// <exception cref="TimeoutException">It never was.</exception>
    public async Task WhenAsync(Func<PaperPrinter, bool> holds, TimeSpan patience)
    {
        var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Change(() => _awaited.Add((holds, met)));
        try
        {
            await met.Task.WaitAsync(patience);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"Not so within {patience}: {this}", late);
        }
    }

    public override string ToString() =>
        Locked(() =>
            $"{_bytesTaken} bytes taken, {_received.Count} waiting, {_paper.Slips.Count} slips, {_paper.Unfinished.HeightDots} "
            + $"rows uncut, {_parser.GarbageBytes} garbage, dead {_dead}, {Condition}"
        );

    private void Note(byte next, RealTimeRequest request, long arrived)
    {
        _bytesTaken++;
        _realTimeInsideRaster += _framing.InsideRaster && request is not RealTimeRequest.None ? 1 : 0;
        _commandArrived = _framing.BetweenCommands ? arrived : _commandArrived;
        if (_framing.Take(next) is PrintAction.BeginBand)
        {
            _firstRasterByte.TrySetResult(_commandArrived);
        }
    }

    private void TellWhoWaits()
    {
        var met = _awaited.FindAll(one => one.Holds(this));
        if (met.Count > 0)
        {
            _awaited = [.. _awaited.Except(met)];
            met.ForEach(one => one.Met.SetResult());
        }
    }
}
