using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>How the kiosk is, in words on a tablet.</summary>
[Platform("Linux")]
public sealed class HealthTests : StaffBrowserTest
{
    private readonly PaperPrinter _paper = new(576);

    private TcpTestPrinter Printer { get; set; } = null!;

    protected override string[] Settings => ["Kiosk:Printer=escpos:tcp://" + (Printer = new TcpTestPrinter(_paper)).Address];

    [OneTimeTearDown]
    public async Task TakePrinterAway() => await Printer.DisposeAsync();

    [Test]
    public async Task What_is_wrong_is_said_with_what_to_do_and_goes_when_it_is_mended()
    {
        var tablet = await Tablet();
        _paper.PaperOutAfterRows = 0;
        await OpenUntil(tablet, ".finding-look:has-text('Mettez un rouleau')");
        Assert.That(await tablet.Page.Locator("h1").InnerTextAsync(), Does.Contain("attention"));
        _paper.RefillPaper();
        await OpenUntil(tablet, ".health-well");
        Assert.That(
            await tablet.Page.Locator(".finding").CountAsync(),
            Is.EqualTo(7),
            "printer, screen, clock, data, room, copies, certificate"
        );
    }

    /// <summary>The printer is asked every few seconds.</summary>
    private static async Task OpenUntil(Screen tablet, string selector)
    {
        do
        {
            await tablet.Open("/health");
        } while (!await tablet.Sees(selector));
    }
}
