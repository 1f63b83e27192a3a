using System.Diagnostics;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Bench;

/// <summary>
/// From the touch on "print" to the first byte of the slip's drawing at the printer: asked how it is, composed, drawn, sent.
/// </summary>
[Category("Bench"), NonParallelizable, Platform("Linux")]
public sealed class PrintBench
{
    private const int Slips = 60;
    private const int WarmUp = 5;
    private const double MillisecondsBar = 150;

    [TestCase("fr", true)]
    [TestCase("nl", true)]
    [TestCase("en", true)]
    [TestCase("ar", true)]
    [TestCase("ar", false, Description = "a printer that never answers")]
    public async Task The_first_byte_of_a_slip_is_at_the_printer_within_150_milliseconds(string language, bool answers)
    {
        using var folder = new BenchFolder();
        var paper = new PaperPrinter(576) { AnswersStatus = answers };
        await using var printer = new TcpTestPrinter(paper);
        await using var kiosk = await BenchedKiosk.StartAsync(folder.PathOf("kiosk"), "--Kiosk:Printer=escpos:tcp://" + printer.Address);
        await kiosk.PrinterIsAsync(answers ? "ready" : "unknown");
        var house = BenchedKiosk.DemoHouse();
        string[] slips =
        [
            .. house.Services.Select(service => $"/{language}/service/{service.Id}/slip"),
            .. house.Activities.Select(activity => $"/{language}/activity/{activity.Id}/slip"),
        ];

        var firstBytes = new Durations($"{language}: touch to first byte");
        var ends = new Durations($"{language}: touch to \"take your slip\"");
        for (var i = -WarmUp; i < Slips; i++)
        {
            paper.ResetFirstRasterByte();
            var begun = Stopwatch.GetTimestamp();
            await kiosk.PrintAsync(slips[(i + WarmUp) % slips.Length], answers ? "printed" : "sent");
            var (end, first) = (Stopwatch.GetElapsedTime(begun), Stopwatch.GetElapsedTime(begun, await paper.FirstRasterByteAsync));
            if (i >= 0)
            {
                ends.Add(end);
                firstBytes.Add(first);
            }
        }

        Table.Print("Slip on paper", [50, 95, 99], firstBytes, ends);
        await paper.WhenAsync(p => p.Slips.Count == Slips + WarmUp, TimeSpan.FromSeconds(30));
        Assert.That(firstBytes.Percentile(95), Is.LessThanOrEqualTo(MillisecondsBar));
    }
}
