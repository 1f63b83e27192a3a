using System.Net;
using System.Text.Json;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>As an appliance the kiosk comes up whatever happens, and says on the tablets' side what it had to do without.</summary>
[Category("Process"), Platform("Linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ResilienceTests : IDisposable
{
    private readonly KioskFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    public static readonly (string Setting, string Sentence)[][] Unusable =
    [
        [
            ("--Kiosk:IdleSeconds=soon", "write a whole number"),
            ("--Kiosk:IdelSeconds=30", "There is no setting Kiosk:IdelSeconds"),
            ("--Kiosk:TimeZone=Mars", "such as Europe/Brussels"),
            ("--Kiosk:Printer=lp0", "escpos:/dev/usb/lp0"),
            ("--Kiosk:House=nowhere.json", "no such file"),
        ],
        [("--Kiosk:IdleSeconds=5", "from 20 to 600"), ("--Kiosk:PrinterProfile=epson", "there is no such profile")],
        [("--Kiosk:PrinterProfile=no-cutter-58", "prints 384 dots")],
    ];

    [Test]
    public async Task Settings_that_cannot_be_used_are_what_they_are_when_left_out_and_told([Range(0, 2)] int together)
    {
        var unusable = Unusable[together];
        await using var kiosk = await KioskProcess.StartAppliance(_folders, [.. unusable.Select(one => one.Setting)]);
        Assert.That(await Page(kiosk, "/fr/service/teeth"), Does.Contain("Soigner ses dents"));
        var told = string.Join(' ', await Missing(kiosk));
        Assert.That(unusable.Where(one => !told.Contains(one.Sentence, StringComparison.Ordinal)), Is.Empty, told);
        Assert.That(await Health(kiosk, "status"), Is.EqualTo("look"));
    }

    /// <summary>203.0.113.7 is for examples (RFC 5737): no machine has it.</summary>
    [Test]
    public async Task Without_the_network_that_tablets_come_by_visitors_are_served_all_the_same()
    {
        var port = KioskProcess.FreePort();
        await using var kiosk = await KioskProcess.StartAppliance(_folders, $"--Kiosk:StaffUrl=https://203.0.113.7:{port}");
        Assert.That(await Page(kiosk, "/fr/service/teeth"), Does.Contain("Soigner ses dents"));
        Assert.That(string.Join(' ', await Missing(kiosk)), Does.Contain("an address that this machine did not have"));
    }

    [Test]
    public async Task Other_settings_hold_beside_one_that_cannot_be_used()
    {
        await using var kiosk = await KioskProcess.StartAppliance(_folders, "--Kiosk:TimeZone=Mars", "--Kiosk:IdleSeconds=90");
        Assert.That(await Page(kiosk, "/fr/"), Does.Contain("data-idle-seconds=\"90\""));
    }

    [Test]
    public async Task Without_anything_wrong_nothing_is_told()
    {
        await using var kiosk = await KioskProcess.StartAppliance(_folders);
        Assert.That(await Missing(kiosk), Is.Empty);
        Assert.That(await kiosk.StopAsync(), Is.Zero);
        Assert.That(kiosk.Complained, Is.Empty);
    }

    public enum Harm
    {
        DrawingOfTheHouse,
        DrawingOfOurs,
        EmptyDrawing,
        AllDrawings,
        LanguageFile,
        AllLanguages,
        StaffLanguages,
        PrinterProfiles,
        Fonts,
    }

    [Test]
    public async Task What_the_program_brings_along_and_is_missing_has_a_plain_stand_in_and_is_told([Values] Harm harm)
    {
        _folders.CopyProgram();
        PairedFolder.Prepare(_folders.Data);
        var told = Do(harm, Path.Combine(_folders.Program, "assets"));
        await using var kiosk = await KioskProcess.StartAppliance(_folders);
        foreach (var path in (string[])["/rest", "/fr/", "/fr/topic/health", "/fr/service/teeth", "/ar/service/teeth/slip", "/fr/person"])
        {
            Assert.That(await Page(kiosk, path), Does.Contain("<main"), path);
        }

        if (told is not null)
        {
            Assert.That(string.Join(' ', await Missing(kiosk)), Does.Contain(told));
        }
    }

    /// <summary>Below a file no folder can be made, whoever asks: rights would not stop root.</summary>
    [Test]
    public async Task Without_a_data_folder_the_house_is_shown_taps_are_refused_and_it_heals_by_itself()
    {
        var inTheWay = _folders.Write("a-file", "kept");
        using var manager = new ManagerSocket(Path.Combine(_folders.Root, "notify"));
        _folders.Environment["NOTIFY_SOCKET"] = manager.Path;
        await using var kiosk = await KioskProcess.StartAppliance(_folders, $"--Kiosk:Data={inTheWay}/data");
        Assert.That(await Page(kiosk, "/rest"), Does.Contain("data-next"), "The screen rests; it does not ask for a first tablet.");
        using (var refused = await kiosk.Tap("topic/housing"))
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        }

        Assert.That(await Missing(kiosk), Has.Some.Contain("nothing is counted"));
        File.Delete(inTheWay);
        await Until(async () => (await kiosk.Tap("topic/housing")).StatusCode == HttpStatusCode.NoContent);
        Assert.That(await Missing(kiosk), Is.Empty);
        Assert.That(File.Exists(Path.Combine(inTheWay, "data", "house.db")));
        Assert.That(Directory.EnumerateFileSystemEntries(_folders.Temporary, "stand-in"), Is.Empty, "The copy holds secrets.");
        Assert.That(manager.HeardSince(), Has.No.Member("STOPPING=1"), "systemd would end a program that says so.");
    }

    [Test]
    public async Task A_data_folder_on_a_read_only_disk_is_shown_as_it_is_and_heals_by_itself()
    {
        PairedFolder.Prepare(_folders.Data);
        using var disk = SmallDisk.LaidOver(_folders);
        await using (
            var before = await KioskProcess.StartAsync(
                _folders,
                "--Kiosk:House="
                    + _folders.Write("house.json", DemoHouse.Json.Replace("\"Le Pont\"", "\"La Passerelle\"", StringComparison.Ordinal))
            )
        )
        {
            Assert.That(await before.StopAsync(), Is.Zero);
        }

        disk.MakeReadOnly();
        await using var kiosk = await KioskProcess.StartAppliance(_folders);
        Assert.That(kiosk.Said, Does.Contain("Kiosk is ready for La Passerelle"));
        using (var refused = await kiosk.Tap("topic/housing"))
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        }

        disk.MakeWritable();
        await Until(async () => (await kiosk.Tap("topic/housing")).StatusCode == HttpStatusCode.NoContent);
        Assert.That(await Missing(kiosk), Is.Empty);
    }

    [Test]
    public async Task A_disk_that_is_full_from_the_first_start_shows_the_house_and_heals_by_itself()
    {
        using var disk = SmallDisk.LaidOver(_folders);
        disk.Fill();
        await using var kiosk = await KioskProcess.StartAppliance(_folders);
        Assert.That(await Page(kiosk, "/fr/service/teeth"), Does.Contain("Soigner ses dents"));
        disk.Empty();
        await Until(async () => (await kiosk.Tap("topic/housing")).StatusCode == HttpStatusCode.NoContent);
    }

    /// <summary>The house and its copies cannot be read, and its migration fails: nothing is left to show but a calm page.</summary>
    [Test]
    public async Task Where_nothing_helps_a_calm_page_stands_and_goes_by_itself()
    {
        _folders.CopyProgram();
        var demo = Path.Combine(_folders.Program, "assets", "demo", "house.json");
        var house = await File.ReadAllTextAsync(demo);
        await File.WriteAllTextAsync(demo, "{");
        await using var kiosk = KioskProcess.Begin(_folders, "--keep-going");
        await Until(async () =>
            (await kiosk.Client.GetAsync(new Uri("/", UriKind.Relative))).StatusCode == HttpStatusCode.ServiceUnavailable
        );
        var page = await (await kiosk.Client.GetAsync(new Uri("/fr/", UriKind.Relative))).Content.ReadAsStringAsync();
        Assert.That(
            page,
            Does.Contain("Demandez à une personne ici.")
                .And.Contain("dir=\"rtl\"")
                .And.Contain("house.json was not loaded")
                .And.Contain(".local:")
                .And.Not.Contain("Exception")
        );
        await File.WriteAllTextAsync(demo, house);
        await Until(async () => (await kiosk.Client.GetAsync(new Uri("/fr/", UriKind.Relative))).StatusCode == HttpStatusCode.OK);
        Assert.That(await kiosk.StopAsync(), Is.Zero);
    }

    [Test]
    public async Task A_calm_page_is_a_sign_of_life_and_ends_when_it_is_told_to()
    {
        _folders.CopyProgram();
        await File.WriteAllTextAsync(Path.Combine(_folders.Program, "assets", "demo", "house.json"), "{");
        using var manager = new ManagerSocket(Path.Combine(_folders.Root, "notify"));
        _folders.Environment["NOTIFY_SOCKET"] = manager.Path;
        _folders.Environment["WATCHDOG_USEC"] = "4000000";
        await using var kiosk = KioskProcess.Begin(_folders, "--keep-going");
        Assert.That(await manager.HearAsync(), Is.EqualTo("READY=1"));
        Assert.That(await manager.HearAsync(), Does.StartWith("STATUS="));
        Assert.That(await manager.HearAsync(), Is.EqualTo("WATCHDOG=1"));
        Assert.That(await manager.HearAsync(), Is.EqualTo("WATCHDOG=1"));
        Assert.That(await kiosk.StopAsync(), Is.Zero);
    }

    /// <returns>What has to be told; null when nothing can be.</returns>
    private static string? Do(Harm harm, string assets)
    {
        switch (harm)
        {
            case Harm.DrawingOfTheHouse:
                File.Delete(Path.Combine(assets, "pictograms", "bridge.svg"));
                return "The drawing bridge is missing";
            case Harm.DrawingOfOurs:
                File.Delete(Path.Combine(assets, "pictograms", "touch.svg"));
                return "The drawing touch is missing";
            case Harm.EmptyDrawing:
                File.WriteAllBytes(Path.Combine(assets, "pictograms", "touch.svg"), []);
                return "The drawing touch is missing";
            case Harm.AllDrawings:
                Directory.Delete(Path.Combine(assets, "pictograms"), recursive: true);
                return "The drawing touch is missing";
            case Harm.LanguageFile:
                File.WriteAllText(Path.Combine(assets, "languages", "fr.json"), "{ \"half");
                return "fr.json is not a flat list";
            case Harm.AllLanguages:
                Directory.Delete(Path.Combine(assets, "languages"), recursive: true);
                return null;
            case Harm.StaffLanguages:
                Directory.Delete(Path.Combine(assets, "languages", "staff"), recursive: true);
                return null;
            case Harm.PrinterProfiles:
                Directory.Delete(Path.Combine(assets, "printers"), recursive: true);
                return "Kiosk:PrinterProfile is generic";
            default:
                Directory.Delete(Path.Combine(assets, "fonts"), recursive: true);
                return "Rubik-Bold.ttf is missing";
        }
    }

    private static async Task<string> Page(KioskProcess kiosk, string path) =>
        await kiosk.Client.GetStringAsync(new Uri(path, UriKind.Relative));

    private static async Task<string?> Health(KioskProcess kiosk, string part) =>
        JsonDocument.Parse(await kiosk.Health()).RootElement.GetProperty(part).GetString();

    private static async Task<string[]> Missing(KioskProcess kiosk) =>
        [
            .. JsonDocument
                .Parse(await kiosk.Health())
                .RootElement.GetProperty("start")
                .GetProperty("notices")
                .EnumerateArray()
                .Select(notice => notice.GetString()!),
        ];

    /// <summary>Asks again and again; a guard against a test that hangs, not a bar.</summary>
    private static async Task Until(Func<Task<bool>> isSo)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                if (await isSo())
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // between two starts nobody answers
            }

            await Task.Delay(200, guard.Token);
        }
    }
}
