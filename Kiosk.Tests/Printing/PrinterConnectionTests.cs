using System.Diagnostics;
using Kiosk.App.Printing;
using Kiosk.Core.Printing;
using Kiosk.Core.Printing.Drawing;
using Kiosk.Tests.Storage;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Printing;

/// <summary>What only one kind of line can do wrong.</summary>
[Platform("Linux")]
internal sealed class PrinterConnectionTests
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);
    private static readonly PaperImage Slip = SlipPrinting.NewRaster().Draw(ApprovedSlips.Of("fr-nl"), 576);

    [Test]
    public void A_device_that_is_not_there_is_absent() =>
        Assert.That(Device("/dev/usb/lp-none").TryPrint(Slip), Is.EqualTo(new PrintResult(PrintEnd.CouldNot, PrinterState.Absent)));

    [Test]
    public void An_address_where_nobody_listens_is_absent() =>
        Assert.That(
            Printer(PrinterAddress.TryParse($"escpos:tcp://127.0.0.1:{KioskProcess.FreePort()}")!).TryPrint(Slip),
            Is.EqualTo(new PrintResult(PrintEnd.CouldNot, PrinterState.Absent))
        );

    [Test]
    public void A_name_that_nobody_knows_is_absent() =>
        Assert.That(Printer(PrinterAddress.TryParse("escpos:tcp://printer.invalid")!).Ask(), Is.EqualTo(PrinterState.Absent)); // RFC 2606

    [Test]
    public async Task A_device_that_takes_nothing_is_given_up()
    {
        await using var device = new PtyTestPrinter(new PaperPrinter(576) { AnswersStatus = false });
        var printer = Device(device.Path, KioskHost.ShortTimeouts with { Slip = TimeSpan.FromMinutes(1), Step = TimeSpan.FromSeconds(8) });
        device.Takes = false;
        Assert.That(printer.TryPrint(Slip).End, Is.EqualTo(PrintEnd.CouldNot));
        device.Takes = true;
        Assert.That(printer.TryPrint(Slip).End, Is.EqualTo(PrintEnd.Sent));
        await device.Printer.WhenAsync(paper => paper.Slips.Any(slip => slip.HeightDots == Slip.HeightDots), Guard);
    }

    [TestCase(100)]
    [TestCase(30_000)]
    [TestCase(60_000)]
    public async Task A_connection_that_is_cut_within_a_band_loses_that_slip_only(int afterBytes)
    {
        var paper = new PaperPrinter(576);
        await using var network = new TcpTestPrinter(paper) { CutConnectionAfterBytes = afterBytes };
        var printer = Printer(PrinterAddress.TryParse("escpos:tcp://" + network.Address)!);
        Assert.That(printer.TryPrint(Slip), Is.EqualTo(new PrintResult(PrintEnd.CouldNot, PrinterState.Gone)));
        Assert.That(printer.TryPrint(Slip).End, Is.EqualTo(PrintEnd.Printed));
        await paper.WhenAsync(p => p.Slips.Any(slip => slip.HeightDots == Slip.HeightDots), Guard);
        Assert.That((paper.Unfinished.HeightDots, paper.GarbageBytes), Is.EqualTo((0, 0L)));
    }

    /// <summary>
    /// All of the slip was written, and the last of it lies in the system's memory when the network ends: the printer waits in the middle
    /// of a drawing, and the next slip must not become a part of it.
    /// </summary>
    [TestCase(100)]
    [TestCase(3_000)]
    [TestCase(6_000)]
    public async Task A_connection_that_ends_before_the_last_bytes_loses_that_slip_only(int missing)
    {
        var paper = new PaperPrinter(576);
        await using var network = new TcpTestPrinter(paper);
        var printer = Printer(PrinterAddress.TryParse("escpos:tcp://" + network.Address)!);
        Assert.That(printer.TryPrint(Slip).End, Is.EqualTo(PrintEnd.Printed));
        var before = paper.BytesTaken;
        Assert.That(printer.TryPrint(Slip).End, Is.EqualTo(PrintEnd.Printed));
        network.CutConnectionAfterBytes = (int)(paper.BytesTaken - before) - missing;
        Assert.That(printer.TryPrint(Slip).End, Is.EqualTo(PrintEnd.CouldNot));
        Assert.That(printer.TryPrint(Slip).End, Is.EqualTo(PrintEnd.Printed));
        await paper.WhenAsync(p => p.Slips[^1].HeightDots == Slip.HeightDots, Guard);
        Assert.That((paper.Unfinished.HeightDots, paper.GarbageBytes), Is.EqualTo((0, 0L)));
    }

    /// <summary>EBUSY does not stop root, so the kiosk's doctor is run without that power; an ordinary user has none to lose.</summary>
    [Test]
    public async Task A_device_that_another_program_holds_is_busy()
    {
        await using var device = new PtyTestPrinter(new PaperPrinter(576));
        device.HoldExclusively();
        var (said, exit) = RunDoctor("--Kiosk:Printer=escpos:" + device.Path);
        device.LetGo();
        Assert.That(exit, Is.EqualTo(1), said);
        Assert.That(said, Does.Contain(": busy: " + PrinterState.Busy.Advice()));
        Assert.That(Device(device.Path).TryPrint(Slip).End, Is.EqualTo(PrintEnd.Printed));
    }

    [Test]
    public void A_plain_file_holds_the_last_slip_and_no_question()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Data.Root, "slip.bin");
        var printer = Device(file);
        printer.TryPrint(Slip);
        Assert.That(printer.TryPrint(Slip), Is.EqualTo(new PrintResult(PrintEnd.Sent, PrinterState.Unknown)));
        Assert.That(printer.Ask(), Is.EqualTo(PrinterState.Unknown));
        var paper = new PaperPrinter(576);
        Assert.That(paper.Take(File.ReadAllBytes(file)), Is.EqualTo(new FileInfo(file).Length));
        Assert.That(paper.Slips.Select(slip => slip.HeightDots), Is.EqualTo([Slip.HeightDots]));
    }

    private static IPrinter Device(string path, PrinterTimeouts? timeouts = null) => Printer(new PrinterAddress.Device(path), timeouts);

    private static IPrinter Printer(PrinterAddress address, PrinterTimeouts? timeouts = null) =>
        Printers.EscPos(address, Profiles.All.Find("generic")!, timeouts ?? KioskHost.ShortTimeouts);

    private static (string Said, int Exit) RunDoctor(string setting)
    {
        string[] command = ["dotnet", Path.Combine(AppContext.BaseDirectory, "Kiosk.App.dll"), "doctor", setting];
        string[] whole = Environment.UserName == "root" ? ["setpriv", "--bounding-set=-sys_admin", .. command] : command;
        using var process = Process.Start(new ProcessStartInfo(whole[0], whole[1..]) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (said, process.ExitCode);
    }
}
