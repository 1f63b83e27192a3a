using Kiosk.App.Printing;
using Kiosk.Core.Printing;
using Kiosk.Core.Printing.Drawing;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Printing;

/// <summary>
/// What the driver does when a printer behaves, and when it does not. Over a network and over a device file, with the same printer at the
/// end.
/// </summary>
[Platform("Linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase), Parallelizable(ParallelScope.All)]
[TestFixture(true)]
[TestFixture(false)]
internal sealed class EscPosPrinterTests(bool overNetwork) : IAsyncDisposable
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);
    private static readonly PaperImage Slip = SlipPrinting.NewRaster().Draw(ApprovedSlips.Of("ar-fr"), 576);

    private readonly PaperPrinter _paper = new(576);
    private TcpTestPrinter? _network;
    private PtyTestPrinter? _device;

    public async ValueTask DisposeAsync()
    {
        await (_network?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_device?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Test]
    public async Task A_slip_comes_out_dot_for_dot()
    {
        Assert.That(Printer().TryPrint(Slip), Is.EqualTo(new PrintResult(PrintEnd.Printed, PrinterState.Ready)));
        await AssertNextIsWhole();
        Assert.That((_paper.GarbageBytes, _paper.RealTimeCommandsInsideRaster), Is.EqualTo((0L, 0)));
        Assert.That(_paper.LargestBandBytes, Is.LessThanOrEqualTo(4096));
    }

    [Test]
    public async Task A_printer_that_never_answers_prints_and_nothing_is_claimed()
    {
        _paper.AnswersStatus = false;
        var printer = Printer();
        Assert.That(printer.Ask(), Is.EqualTo(PrinterState.Unknown));
        Assert.That(printer.TryPrint(Slip), Is.EqualTo(new PrintResult(PrintEnd.Sent, PrinterState.Unknown)));
        await AssertNextIsWhole();
    }

    [TestCase(PrinterState.OutOfPaper)]
    [TestCase(PrinterState.CoverOpen)]
    [TestCase(PrinterState.Offline)]
    [TestCase(PrinterState.Fault)]
    public async Task A_printer_that_cannot_is_not_sent_a_slip(PrinterState state)
    {
        var printer = Printer();
        Break(state);
        Assert.That(printer.Ask(), Is.EqualTo(state));
        Assert.That(printer.TryPrint(Slip), Is.EqualTo(new PrintResult(PrintEnd.CouldNot, state)));
        Assert.That((_paper.Slips.Count, _paper.Unfinished.HeightDots, _paper.BytesTaken), Is.EqualTo((0, 0, _paper.BytesTaken)));
        Mend(state);
        await AssertPrints(printer);
    }

    [Test]
    public async Task Little_paper_is_said_and_prints()
    {
        _paper.NearEnd = true;
        Assert.That(Printer().TryPrint(Slip), Is.EqualTo(new PrintResult(PrintEnd.Printed, PrinterState.PaperLow)));
        await AssertNextIsWhole();
    }

    /// <summary>
    /// With a printer that can forget what it holds, and with one that cannot and prints the rest when paper comes back. So early that the
    /// rest is more than the printer and the network before it hold.
    /// </summary>
    [TestCase("generic", 20)]
    [TestCase("generic", 500)]
    [TestCase("epson-tm-t20", 20)]
    [TestCase("epson-tm-t20", 500)]
    public async Task When_paper_ends_within_a_slip_it_is_dropped_and_the_next_is_whole(string profile, int rows)
    {
        var printer = Printer(profile);
        _paper.PaperOutAfterRows = rows;
        Assert.That(printer.TryPrint(Slip).End, Is.EqualTo(PrintEnd.CouldNot));
        Assert.That(
            printer.Ask(),
            Is.EqualTo(PrinterState.OutOfPaper).Or.EqualTo(PrinterState.Stuck),
            "behind a full buffer a question may not come through"
        );
        _paper.RefillPaper();
        await AssertPrintsAfterARest(printer);
    }

    /// <summary>
    /// The printer and the network before it hold the rest of the slip when it is given up, and nothing calls it back: it may come out when
    /// paper is put in (docs/printers.md). The next is whole all the same, comes after it, and is parted from it.
    /// </summary>
    [Test]
    public async Task When_paper_ends_late_in_a_slip_it_comes_out_at_most_once_before_the_next(
        [Values("generic", "epson-tm-t20")] string profile
    )
    {
        var printer = Printer(profile);
        _paper.PaperOutAfterRows = 1000;
        Assert.That(printer.TryPrint(Slip).End, Is.EqualTo(PrintEnd.CouldNot));
        _paper.RefillPaper();
        await AssertPrintsAfterARest(printer, most: 2);
    }

    /// <summary>It is all there but the cut, and the printer does not come to say so.</summary>
    [Test]
    public async Task When_paper_ends_with_the_slip_nothing_is_claimed_and_it_is_cut_later()
    {
        var printer = Printer();
        _paper.PaperOutAfterRows = Slip.HeightDots;
        Assert.That(printer.TryPrint(Slip), Is.EqualTo(new PrintResult(PrintEnd.CouldNot, PrinterState.OutOfPaper)));
        _paper.RefillPaper();
        await AssertNextIsWhole();
        await AssertPrints(printer);
    }

    [Test]
    public async Task A_printer_that_falls_silent_has_stopped()
    {
        var printer = Printer();
        Assert.That(printer.Ask(), Is.EqualTo(PrinterState.Ready));
        _paper.AnswersStatus = false;
        Assert.That(printer.TryPrint(Slip), Is.EqualTo(new PrintResult(PrintEnd.CouldNot, PrinterState.Stuck)));
        _paper.AnswersStatus = true;
        await AssertPrints(printer);
    }

    /// <summary>
    /// All bytes were taken, the last of them into the printer's memory: whoever puts in paper must not get the rest of somebody's slip.
    /// </summary>
    [Test]
    public async Task A_printer_that_can_forgets_what_it_holds_of_a_slip_that_was_taken_but_not_printed()
    {
        var printer = Printer("epson-tm-t20");
        _paper.PaperOutAfterRows = Slip.HeightDots - 20;
        Assert.That(printer.TryPrint(Slip), Is.EqualTo(new PrintResult(PrintEnd.CouldNot, PrinterState.OutOfPaper)));
        await _paper.WhenAsync(paper => paper.Room == paper.ReceiveBufferBytes, Guard);
        _paper.RefillPaper();
        Assert.That((_paper.Slips.Count, _paper.Unfinished.HeightDots), Is.EqualTo((0, Slip.HeightDots - 20)));
        await AssertPrintsAfterARest(printer);
    }

    [Test]
    public async Task A_cutter_that_jams_at_the_end_is_told_and_the_slip_not_sent_again()
    {
        var printer = Printer();
        _paper.JamsAtNextCut = true;
        Assert.That(printer.TryPrint(Slip), Is.EqualTo(new PrintResult(PrintEnd.CouldNot, PrinterState.Fault)));
        _paper.CutterJam = false;
        await AssertNextIsWhole();
        await AssertPrints(printer);
        Assert.That(_paper.Slips, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_printer_that_hangs_is_given_up_in_time()
    {
        var printer = Printer();
        Assert.That(printer.Ask(), Is.EqualTo(PrinterState.Ready));
        _paper.Dead = true;
        Assert.That(printer.TryPrint(Slip).End, Is.EqualTo(PrintEnd.CouldNot));
        _paper.Dead = false;
        await AssertPrintsAfterARest(printer);
    }

    [Test]
    public async Task One_byte_a_second_is_given_up_in_time()
    {
        var printer = Printer();
        Assert.That(printer.Ask(), Is.EqualTo(PrinterState.Ready));
        SetPace(1);
        Assert.That(printer.TryPrint(Slip).End, Is.EqualTo(PrintEnd.CouldNot));
        SetPace(null);
        Assert.That(
            printer.Ask,
            Is.EqualTo(PrinterState.Ready).After(20).Seconds.PollEvery(50).MilliSeconds,
            "as the kiosk asks again and again"
        );
        await AssertPrintsAfterARest(printer);
    }

    [Test]
    public async Task The_speed_of_a_serial_line_is_enough()
    {
        var printer = Printer(timeouts: KioskHost.ShortTimeouts with { Slip = TimeSpan.FromSeconds(30), Step = TimeSpan.FromSeconds(4) });
        SetPace(57_600); // half a megabaud: 115 200 takes 14 s for this slip, too long for a test
        Assert.That(printer.TryPrint(Slip).End, Is.EqualTo(PrintEnd.Printed));
        await AssertNextIsWhole();
    }

    private IPrinter Printer(string profile = "generic", PrinterTimeouts? timeouts = null)
    {
        PrinterAddress address;
        if (overNetwork)
        {
            _network = new TcpTestPrinter(_paper);
            address = PrinterAddress.TryParse("escpos:tcp://" + _network.Address)!;
        }
        else
        {
            _device = new PtyTestPrinter(_paper);
            address = new PrinterAddress.Device(_device.Path);
        }

        return Printers.EscPos(address, Profiles.All.Find(profile)!, timeouts ?? KioskHost.ShortTimeouts);
    }

    private void SetPace(int? bytesPerSecond)
    {
        _network?.BytesPerSecond = bytesPerSecond;
        _device?.BytesPerSecond = bytesPerSecond;
    }

    private void Break(PrinterState state)
    {
        switch (state)
        {
            case PrinterState.OutOfPaper:
                _paper.PaperOutAfterRows = 0;
                break;
            case PrinterState.CoverOpen:
                _paper.OpenCover();
                break;
            case PrinterState.Offline:
                _paper.Offline = true;
                break;
            case PrinterState.Fault:
                _paper.CutterJam = true;
                break;
        }
    }

    private void Mend(PrinterState state)
    {
        switch (state)
        {
            case PrinterState.OutOfPaper:
                _paper.RefillPaper();
                break;
            case PrinterState.CoverOpen:
                _paper.CloseCover();
                break;
            case PrinterState.Offline:
                _paper.Offline = false;
                break;
            case PrinterState.Fault:
                _paper.CutterJam = false;
                break;
        }
    }

    private async Task AssertPrints(IPrinter printer)
    {
        Assert.That(printer.TryPrint(Slip), Is.EqualTo(new PrintResult(PrintEnd.Printed, PrinterState.Ready)));
        await AssertNextIsWhole();
    }

    /// <summary>What was left of the dropped slip comes out as a piece of its own.</summary>
    /// <param name="most">Whole slips that may have come out.</param>
    private async Task AssertPrintsAfterARest(IPrinter printer, int most = 1)
    {
        Assert.That(printer.TryPrint(Slip), Is.EqualTo(new PrintResult(PrintEnd.Printed, PrinterState.Ready)));
        while (!IsWhole(await _paper.NextSlipAsync(Guard))) { }

        Assert.That(_paper.Slips.Count(IsWhole), Is.InRange(1, most));
        Assert.That(IsWhole(_paper.Slips[^1]), Is.True, "the whole slip is the last");
        Assert.That(_paper.Slips, Has.Count.LessThanOrEqualTo(2));
        Assert.That((_paper.Unfinished.HeightDots, _paper.GarbageBytes), Is.EqualTo((0, 0L)));
    }

    private async Task AssertNextIsWhole() => Assert.That(IsWhole(await _paper.NextSlipAsync(Guard)), Is.True);

    private static bool IsWhole(PrintedSlip printed)
    {
        if (printed.HeightDots != Slip.HeightDots)
        {
            return false;
        }

        var different = 0;
        for (var y = 0; y < Slip.HeightDots; y++)
        {
            for (var x = 0; x < Slip.WidthDots; x++)
            {
                different += printed.IsBlack(x, y) == Slip.IsBlack(x, y) ? 0 : 1;
            }
        }

        return different < 20; // a dot here and there takes a command out of the drawing
    }
}
