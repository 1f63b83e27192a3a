using Kiosk.App.Hosting;
using Microsoft.Extensions.Configuration;
using NUnit.Framework;

namespace Kiosk.Tests.Hosting;

/// <summary>What is said of a setting that cannot be used. That nothing is begun then, BadStartTests shows with the program.</summary>
public sealed class SettingsReaderTests
{
    [TestCase("--Kiosk:VisitorUrl=http://0.0.0.0:5080", "this machine only")]
    [TestCase("--Kiosk:VisitorUrl=http://kiosk.example:5080", "this machine only")]
    [TestCase("--Kiosk:VisitorUrl=http://127.0.0.1:5080/fr/", "nothing after the port")]
    [TestCase("--Kiosk:VisitorUrl=5080", "http://127.0.0.1:5080")]
    [TestCase("--Kiosk:VisitorUrl=http://127.0.0.1:99999", "99999 is no port; write a number from 1 to 65535")]
    [TestCase("--Kiosk:VisitorUrl=http://127.0.0.1:0", "0 is no port; write a number from 1 to 65535")]
    [TestCase("--Kiosk:VisitorUrl=http://127.0.0.1:-1", "-1 is no port; write a number from 1 to 65535")]
    [TestCase("--Kiosk:VisitorUrl=http://127.0.0.1:abc", "abc is no port; write a number from 1 to 65535")]
    [TestCase("--Kiosk:VisitorUrl=http://[::1]:65536", "65536 is no port; write a number from 1 to 65535")]
    [TestCase("--Kiosk:VisitorUrl=http://127.0.0.1:", "the port is missing behind the colon")]
    [TestCase("--Kiosk:StaffUrl=https://0.0.0.0:99999", "99999 is no port; write a number from 1 to 65535")]
    [TestCase("--Kiosk:StaffUrl=https://0.0.0.0:5443x", "5443x is no port; write a number from 1 to 65535")]
    [TestCase("--Kiosk:StaffUrl=https://0.0.0.0:5080", "give each a port of its own", "--Kiosk:VisitorUrl=http://127.0.0.1:5080")]
    [TestCase("--Kiosk:TimeZone=Europe/Bruxelles", "such as Europe/Brussels")]
    [TestCase("--Kiosk:IdleSeconds=5", "from 20 to 600")]
    [TestCase("--Kiosk:IdleSeconds=soon", "Kiosk:IdleSeconds")]
    [TestCase("--Kiosk:IdelSeconds=30", "There is no setting Kiosk:IdelSeconds: did you mean Kiosk:IdleSeconds?")]
    [TestCase("--Kiosk:Prot=5080", "There is no setting Kiosk:Prot: correct the name; --help shows them all.")]
    [TestCase("--Kiosk:Data:Folder=x", "There is no setting Kiosk:Data:Folder")]
    [TestCase("--Kiosk:IdleSeconds=", "write a whole number")]
    [TestCase("--Kiosk:Data=", "name a folder")]
    [TestCase("--Kiosk:Clock=maybe", "write believe, or check")]
    [TestCase("--Kiosk:ScreenOff=at night", "write never, or how many minutes after closing")]
    [TestCase("--Kiosk:ScreenOff=-5", "from 0 to 240")]
    [TestCase("--Kiosk:Printer=lp0", "escpos:/dev/usb/lp0")]
    [TestCase("--Kiosk:PrinterProfile=epson", "there is no such profile; write one of")]
    [TestCase("--Kiosk:PaperDots=600", "576 for 80 mm paper")]
    [TestCase("--Kiosk:PrinterProfile=no-cutter-58", "prints 384 dots; write that, or another profile")]
    public void A_setting_that_cannot_be_used_is_explained(string setting, string advice, params string[] beside)
    {
        var configuration = new ConfigurationBuilder().AddCommandLine([setting, .. beside]).Build();
        Assert.That(SettingsReader.ProblemsOf(configuration), Has.One.Contains(advice));
    }

    [Test]
    public void Of_none_nothing_is_said() =>
        Assert.That(SettingsReader.ProblemsOf(new ConfigurationBuilder().AddCommandLine(["--Kiosk:IdleSeconds=30"]).Build()), Is.Empty);
}
