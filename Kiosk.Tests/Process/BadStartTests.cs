using System.Net;
using System.Net.Sockets;
using Kiosk.App.Shared;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>A kiosk that cannot start says what to do, and leaves everything as it was.</summary>
[Category("Process"), Platform("Linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class BadStartTests : IDisposable
{
    private readonly KioskFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [TestCase("--Kiosk:VisitorUrl=http://0.0.0.0:5080", "this machine only")]
    [TestCase("--Kiosk:VisitorUrl=http://kiosk.example:5080", "this machine only")]
    [TestCase("--Kiosk:VisitorUrl=http://127.0.0.1:5080/fr/", "nothing after the port")]
    [TestCase("--Kiosk:VisitorUrl=5080", "http://127.0.0.1:5080")]
    [TestCase("--Kiosk:TimeZone=Europe/Bruxelles", "such as Europe/Brussels")]
    [TestCase("--Kiosk:IdleSeconds=5", "from 20 to 600")]
    [TestCase("--Kiosk:IdleSeconds=soon", "Kiosk:IdleSeconds")]
    [TestCase("--Kiosk:IdelSeconds=30", "IdelSeconds")]
    [TestCase("--Kiosk:Data=", "name a folder")]
    [TestCase("--Kiosk:Clock=maybe", "write believe, or check")]
    [TestCase("--Kiosk:ScreenOff=at night", "write never, or how many minutes after closing")]
    [TestCase("--Kiosk:ScreenOff=-5", "from 0 to 240")]
    [TestCase("--Kiosk:Printer=lp0", "escpos:/dev/usb/lp0")]
    [TestCase("--Kiosk:PrinterProfile=epson", "there is no such profile; write one of")]
    [TestCase("--Kiosk:PaperDots=600", "576 for 80 mm paper")]
    [TestCase("--Kiosk:PrinterProfile=no-cutter-58", "prints 384 dots; write that, or another profile")]
    public async Task A_setting_that_cannot_be_used_is_explained_and_nothing_is_made(string setting, string advice)
    {
        Assert.That(await Refusal(setting), Does.Contain(advice));
        Assert.That(Directory.Exists(_folders.Data), Is.False);
        Assert.That(Directory.EnumerateFileSystemEntries(_folders.Work), Is.Empty);
    }

    [Test]
    public async Task A_house_file_that_is_not_there_is_explained() =>
        Assert.That(await Refusal("--Kiosk:House=nowhere.json"), Does.Contain("no such file"));

    [Test]
    public async Task All_settings_that_cannot_be_used_are_named_at_once() =>
        Assert.That(await Refusal("--Kiosk:IdleSeconds=5", "--Kiosk:TimeZone=Mars"), Does.Contain("IdleSeconds").And.Contain("TimeZone"));

    [TestCase("--no-such-option")]
    [TestCase("serve")]
    public async Task A_word_that_means_nothing_is_misuse(string word)
    {
        Assert.That(await Refusal(2, [word]), Does.Contain(word).And.Contain("--help"));
        Assert.That(Directory.Exists(_folders.Data), Is.False);
    }

    [Test]
    public async Task Help_names_every_setting_with_what_it_is_when_left_out()
    {
        await using var kiosk = KioskProcess.Begin(_folders, "--help");
        Assert.That(await kiosk.ExitAsync(), Is.Zero);
        var settings = new KioskSettings();
        foreach (var setting in typeof(KioskSettings).GetProperties())
        {
            Assert.That(kiosk.Said, Does.Contain($"--Kiosk:{setting.Name}={setting.GetValue(settings)} "));
        }

        Assert.That(kiosk.Complained, Is.Empty);
    }

    /// <summary>Below a file no folder can be made, whoever asks: rights would not stop root.</summary>
    [Test]
    public async Task A_data_folder_that_cannot_be_made_is_named()
    {
        var file = _folders.Write("a-file", "kept");
        Assert.That(await Refusal($"--Kiosk:Data={file}/data"), Does.Contain($"{file}/data").And.Contain("--Kiosk:Data="));
        Assert.That(File.ReadAllText(file), Is.EqualTo("kept"));
    }

    [Test]
    public async Task A_house_file_with_problems_is_not_loaded_and_a_good_one_is_next_time()
    {
        var bad = _folders.Write(
            "bad.json",
            DemoHouseWith("\"night-shelter\"", "\"Night shelter\"", "\"pictogram\": \"bridge\"", "\"pictogram\": \"tower\"")
        );
        var refusal = await Refusal($"--Kiosk:House={bad}");
        Assert.That(refusal, Does.Contain("bad.json").And.Contain("house.pictogram: ").And.Match(@"services\[\d+\]\.id: "));

        var good = _folders.Write("good.json", DemoHouseWith("\"Le Pont\"", "\"La Passerelle\""));
        await using var kiosk = await KioskProcess.StartAsync(_folders, $"--Kiosk:House={good}");
        Assert.That(kiosk.Said, Does.Contain("Kiosk is ready for La Passerelle"));
    }

    [Test]
    public async Task A_house_file_that_is_no_json_is_told_by_its_line() =>
        Assert.That(
            await Refusal("--Kiosk:House=" + _folders.Write("bad.json", "{\n\"format\": 1\n\"house\": {}\n}")),
            Does.Contain("line 3")
        );

    [Test]
    public async Task A_port_that_another_program_has_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var refusal = await Refusal($"--Kiosk:VisitorUrl=http://{other.LocalEndpoint}");
        Assert.That(refusal, Does.Contain(other.LocalEndpoint.ToString()).And.Contain("another port"));
    }

    [Test]
    public async Task A_second_kiosk_says_so_and_the_first_goes_on()
    {
        await using var first = await KioskProcess.StartAsync(_folders);
        (await first.Tap("topic/housing")).Dispose();
        var before = _folders.DataFiles();
        Assert.That(await Refusal($"--Kiosk:VisitorUrl={first.Address}"), Does.Contain("running already"));
        Assert.That(_folders.DataFiles(), Is.EqualTo(before));
        using var answer = await first.Tap("topic/housing");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }

    /// <summary>The demo house's file, with each odd text in place of the one before it.</summary>
    private static string DemoHouseWith(params string[] texts) =>
        texts
            .Chunk(2)
            .Aggregate(
                File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "assets", "demo", "house.json")),
                (file, change) => file.Replace(change[0], change[1], StringComparison.Ordinal)
            );

    private Task<string> Refusal(params string[] settings) => Refusal(1, settings);

    /// <summary>What the kiosk says on standard error as it refuses to start; sentences, never a stack trace.</summary>
    private async Task<string> Refusal(int exitCode, string[] settings)
    {
        await using var kiosk = KioskProcess.Begin(_folders, settings);
        Assert.That(await kiosk.ExitAsync(), Is.EqualTo(exitCode), () => kiosk.Said + kiosk.Complained);
        Assert.That(kiosk.Said, Is.Empty);
        Assert.That(kiosk.Complained, Does.Not.Contain("   at ").And.Not.Contain("Exception"));
        return kiosk.Complained;
    }
}
