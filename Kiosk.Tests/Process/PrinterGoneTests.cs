using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>
/// A printer that goes away under a running kiosk, in the middle of a slip or between two, and comes back: the next slip prints, and nobody
/// restarted anything.
/// </summary>
[Category("Process"), Platform("Linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PrinterGoneTests : IDisposable
{
    private const int MiddleOfASlip = 20_000; // bytes; the shortest slip has twice as many

    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    private readonly KioskFolders _folders = new();
    private readonly PaperPrinter _paper = new(576);

    /// <summary>A name that comes and goes with the device, as set-up's rule gives one to the printer.</summary>
    private readonly string _device = $"/dev/kiosk-test-{Guid.NewGuid():N}";

    public void Dispose()
    {
        File.Delete(_device);
        _folders.Dispose();
    }

    [Test]
    public async Task Over_the_network_it_dies_within_a_slip_and_comes_back()
    {
        await using var printer = new TcpTestPrinter(_paper);
        await using var kiosk = await KioskProcess.StartAsync(_folders, "--Kiosk:Printer=escpos:tcp://" + printer.Address);
        await Becomes(kiosk, "ready");
        printer.CutConnectionAfterBytes = MiddleOfASlip;
        Assert.That(await Print(kiosk, "teeth"), Is.EqualTo("could-not"));
        printer.AcceptsConnections = false;
        await Becomes(kiosk, "absent");
        Assert.That(await Print(kiosk, "rent-advice"), Is.EqualTo("could-not"));
        printer.AcceptsConnections = true;
        await PrintsOneWhole(kiosk);
    }

    /// <summary>As a plug pulled and put in again: the device's name goes, and comes back as another device.</summary>
    [Test]
    public async Task At_a_device_it_is_unplugged_and_plugged_in_again()
    {
        Assume.That(Environment.IsPrivilegedProcess, "Only root can name a device.");
        await using var first = new PtyTestPrinter(_paper);
        File.CreateSymbolicLink(_device, first.Path);
        await using var kiosk = await KioskProcess.StartAsync(_folders, "--Kiosk:Printer=escpos:" + _device);
        await Becomes(kiosk, "ready");
        Assert.That(await Print(kiosk, "teeth"), Is.EqualTo("printed"));

        File.Delete(_device);
        await Becomes(kiosk, "absent");
        Assert.That(await Print(kiosk, "rent-advice"), Is.EqualTo("could-not"));
        Assert.That(File.Exists(_device), Is.False, "a file in place of the device would swallow every slip to come");

        var other = new PaperPrinter(576);
        await using var second = new PtyTestPrinter(other);
        File.CreateSymbolicLink(_device, second.Path);
        await Becomes(kiosk, "ready");
        Assert.That(await Print(kiosk, "shower"), Is.EqualTo("printed"));
        await other.NextSlipAsync(Guard);
        Assert.That((_paper.Slips.Count, other.Slips.Count), Is.EqualTo((1, 1)));
    }

    private async Task PrintsOneWhole(KioskProcess kiosk)
    {
        await Becomes(kiosk, "ready");
        var before = _paper.Slips.Count;
        Assert.That(await Print(kiosk, "shower"), Is.EqualTo("printed"));
        await _paper.WhenAsync(paper => paper.Slips.Count > before && paper.Unfinished.HeightDots == 0, Guard);
        Assert.That(_paper.GarbageBytes, Is.Zero);
    }

    /// <returns>What became of it, as the page is told.</returns>
    private static async Task<string> Print(KioskProcess kiosk, string service)
    {
        using var answer = await kiosk.Client.PostAsync(new Uri($"/fr/service/{service}/slip", UriKind.Relative), null);
        return answer.Headers.Location!.OriginalString.Split("paper=")[1];
    }

    /// <summary>The kiosk asks every few seconds by itself.</summary>
    private static async Task Becomes(KioskProcess kiosk, string state)
    {
        using var guard = new CancellationTokenSource(Guard);
        while (!(await kiosk.Health()).Contains($"\"state\":\"{state}\"", StringComparison.Ordinal))
        {
            await Task.Delay(50, guard.Token);
        }
    }
}
