using Kiosk.Core.Printing;
using Kiosk.Core.Printing.Drawing;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Printing;

/// <summary>One slip at a time, each once, and no memory of what it was.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PrintQueueTests : IDisposable
{
    private static readonly PaperImage Paper = new(384, new byte[48]);
    private static readonly LocalDate Today = new(2026, 11, 20);

    private readonly SteppedPrinter _printer = new();
    private readonly FakeTimeProvider _time = new();
    private readonly PrintQueue _queue;

    public PrintQueueTests() => _queue = new PrintQueue(_printer, PrinterTimeouts.Usual, _time, () => Today);

    public void Dispose()
    {
        _printer.Steps.Dispose();
        _queue.Dispose();
    }

    [Test]
    public async Task A_slip_touched_twice_while_it_prints_and_once_more_just_after_is_printed_once()
    {
        var (first, second) = (Print("ar/teeth"), Print("ar/teeth"));
        _printer.Steps.Release();
        var results = new[] { await first, await second, await Print("ar/teeth") };
        Assert.That(results, Is.All.EqualTo(new PrintResult(PrintEnd.Printed, PrinterState.Ready)));
        Assert.That(_printer.Printed, Is.EqualTo(1));
    }

    /// <summary>Somebody who takes a slip along for a friend waits for it to be in the hand first.</summary>
    [Test]
    public async Task The_same_slip_touched_three_seconds_after_it_came_is_printed_again()
    {
        _printer.Steps.Release(2);
        await Print("ar/teeth");
        _time.Advance(TimeSpan.FromSeconds(2.9));
        await Print("ar/teeth");
        Assert.That(_printer.Printed, Is.EqualTo(1));
        _time.Advance(TimeSpan.FromSeconds(0.1));
        await Print("ar/teeth");
        Assert.That(_printer.Printed, Is.EqualTo(2));
    }

    [Test]
    public async Task Another_slip_waits_for_its_turn()
    {
        var (first, second) = (Print("ar/teeth"), Print("ar/rent"));
        _printer.Steps.Release();
        await first;
        Assert.That(second.IsCompleted, Is.False);
        _printer.Steps.Release();
        await second;
        Assert.That((_printer.Printed, _printer.MostAtOnce), Is.EqualTo((2, 1)));
    }

    [Test]
    public async Task While_it_prints_it_is_not_asked_how_it_is()
    {
        var slip = Print("ar/teeth");
        await _printer.Begun.Task;
        _queue.LookAfter();
        Assert.That(_printer.Asked, Is.Zero);
        _printer.Steps.Release();
        await slip;
        _queue.LookAfter();
        Assert.That(_printer.Asked, Is.EqualTo(1));
    }

    [Test]
    public async Task What_could_not_be_printed_is_counted_with_its_kind_and_day_and_never_tried_again()
    {
        _printer.Result = new PrintResult(PrintEnd.CouldNot, PrinterState.OutOfPaper);
        _printer.Steps.Release(2);
        await Print("ar/teeth");
        await Print("ar/rent");
        Assert.That(_queue.Failures, Is.EqualTo(new PrintFailures(2, PrinterState.OutOfPaper, Today)));
        Assert.That((_queue.State, _printer.Printed), Is.EqualTo((PrinterState.OutOfPaper, 2)));
    }

    [Test]
    public async Task A_slip_that_cannot_be_drawn_is_told_and_the_next_prints()
    {
        var result = await _queue.PrintAsync("ar/teeth", () => throw new FileNotFoundException());
        Assert.That(result, Is.EqualTo(new PrintResult(PrintEnd.CouldNot, PrinterState.CannotDraw)));
        _printer.Steps.Release();
        Assert.That((await Print("ar/rent")).End, Is.EqualTo(PrintEnd.Printed));
    }

    [Test]
    public void A_change_is_told_once()
    {
        var told = 0;
        _queue.Changed += () => told++;
        _queue.LookAfter();
        _queue.LookAfter();
        Assert.That(told, Is.EqualTo(1));
    }

    private Task<PrintResult> Print(string name) => _queue.PrintAsync(name, () => Paper);

    /// <summary>Prints when it is let.</summary>
    private sealed class SteppedPrinter : IPrinter
    {
        private int _now;

        public SemaphoreSlim Steps { get; } = new(0);

        public TaskCompletionSource Begun { get; } = new();

        public PrintResult Result { get; set; } = new(PrintEnd.Printed, PrinterState.Ready);

        public int Printed { get; private set; }

        public int Asked { get; private set; }

        public int MostAtOnce { get; private set; }

        public PrinterState Ask()
        {
            Asked++;
            return PrinterState.Ready;
        }

        public PrintResult TryPrint(PaperImage slip)
        {
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _now));
            Begun.TrySetResult();
            Steps.Wait();
            Printed++;
            Interlocked.Decrement(ref _now);
            return Result;
        }
    }
}
