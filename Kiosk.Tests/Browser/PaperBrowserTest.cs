using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>A test at a touchscreen with a printer beside it.</summary>
[Platform("Linux")]
public abstract class PaperBrowserTest : BrowserTest
{
    protected PaperPrinter Paper { get; } = new(576);

    protected TcpTestPrinter Network { get; private set; } = null!;

    protected override string[] Settings => ["Kiosk:Printer=escpos:tcp://" + (Network = new TcpTestPrinter(Paper)).Address];

    [OneTimeTearDown]
    public async Task TakePrinterAway() => await Network.DisposeAsync();

    [SetUp]
    public void PrinterIsWell()
    {
        Paper.RefillPaper();
        Paper.CloseCover();
        Network.BytesPerSecond = null;
    }
}
