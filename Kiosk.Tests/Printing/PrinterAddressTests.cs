using Kiosk.Core.Printing;
using NUnit.Framework;

namespace Kiosk.Tests.Printing;

internal sealed class PrinterAddressTests
{
    [Test]
    public void Each_way_of_printing_is_understood() =>
        Assert.That(
            new[]
            {
                "none",
                "browser",
                "escpos:/dev/usb/lp0",
                "escpos:tcp://192.0.2.7:9101",
                "escpos:tcp://printer.local",
                "escpos:tcp://[::1]:9100",
            }.Select(PrinterAddress.TryParse),
            Is.EqualTo(
                new PrinterAddress[]
                {
                    new PrinterAddress.Nowhere(),
                    new PrinterAddress.Browser(),
                    new PrinterAddress.Device("/dev/usb/lp0"),
                    new PrinterAddress.Tcp("192.0.2.7", 9101),
                    new PrinterAddress.Tcp("printer.local", 9100),
                    new PrinterAddress.Tcp("::1", 9100),
                }
            )
        );

    [TestCase("")]
    [TestCase("lp0")]
    [TestCase("escpos:")]
    [TestCase("escpos:lp0")]
    [TestCase("escpos:tcp://")]
    [TestCase("escpos:tcp://printer:9100/queue")]
    [TestCase("escpos:tcp://user@printer:9100")]
    [TestCase("escpos:tcp://printer:99999")]
    [TestCase("ESCPOS:/dev/usb/lp0")]
    public void Anything_else_is_not(string address) => Assert.That(PrinterAddress.TryParse(address), Is.Null);
}
