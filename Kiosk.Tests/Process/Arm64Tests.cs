using System.Globalization;
using System.Net;
using Kiosk.Core.Storage;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>The kiosk on a Raspberry Pi's kind of machine, beside the same on this one: what is done to one is done to the other.</summary>
[Category("Process"), Category("Machine"), Platform("Linux")]
internal sealed class Arm64Tests
{
    private const string SameVersions = "Where Debian's libraries are newer here than in ~/.cache/kiosk, delete that folder and try again.";

    /// <summary>A guard against a test that hangs, not a bar: a page takes a tenth of a second, the first ten seconds.</summary>
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(3);

    /// <summary>Where it is three in the morning: nothing opens or closes and no day ends while two machines are asked the same.</summary>
    private static readonly string InQuietZone = "--Kiosk:TimeZone=" + ZoneAt(hour: 3);

    private readonly PaperPrinter[] _paper = [new(576), new(576)];
    private readonly List<IAsyncDisposable> _ending = [];
    private Arm64Machine _machine = null!;
    private KioskFolders[] _folders = [];
    private KioskProcess _here = null!;
    private KioskProcess _emulated = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        Assume.That(Arm64Machine.IsPossible, "Only root, and only with Debian's qemu-user-static, can run an arm64 Debian.");
        _machine = await Arm64Machine.MakeAsync();
        _folders = [new KioskFolders(), _machine.Folders()];
        var started = await Task.WhenAll(_folders.Zip(_paper, StartAsync));
        (_here, _emulated) = (started[0], started[1]);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        foreach (var one in Enumerable.Reverse(_ending))
        {
            await one.DisposeAsync();
        }

        Array.ForEach(_folders, folders => folders.Dispose());
        _machine?.Dispose();
    }

    [TestCase("/fr/")]
    [TestCase("/ar/topic/health")]
    [TestCase("/uk/service/teeth")]
    [TestCase("/nl/today")]
    [TestCase("/fa/service/teeth/slip")]
    public async Task It_is_well_and_its_pages_are_those_of_amd64(string page)
    {
        Assert.That(await _emulated.Health(), Does.Contain("\"status\":\"well\"").And.Contain("\"sound\""));
        Assert.That(await Read(_emulated, page), Is.EqualTo(await Read(_here, page)));
    }

    /// <summary>
    /// Promise P2, across machines. What is secret is drawn by lot and differs between any two, and the lock names the process that runs.
    /// </summary>
    [Test]
    public async Task The_same_taps_leave_the_same_bytes()
    {
        string[][] taps =
        [
            ["visit/begun", "language/ar"],
            ["topic/housing"],
            ["topic/health", "service/teeth"],
            ["topic/housing"],
            ["visit/ended-idle"],
        ];
        foreach (var cells in taps.SelectMany(cells => Enumerable.Repeat(cells, 3)))
        {
            foreach (var kiosk in new[] { _here, _emulated })
            {
                using var answer = await kiosk.Tap(cells);
                Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
            }
        }

        Assert.That(Kept(_folders[1]), Is.EqualTo(Kept(_folders[0])), SameVersions);
        Assert.That(Ledger.Count(_folders[1])["topic/housing"], Is.EqualTo(6));
    }

    [Test]
    public async Task Every_page_that_is_linked_to_answers()
    {
        var crawls = await Task.WhenAll(CrawlAsync(_here), CrawlAsync(_emulated));
        Assert.That(crawls[1].Broken, Is.Empty);
        Assert.That(crawls[1].Count, Is.EqualTo(crawls[0].Count).And.GreaterThan(1000));
    }

    [Test]
    public async Task A_slip_is_printed_dot_by_dot_as_on_amd64([Values("fr", "ar", "uk", "fa", "pl")] string language)
    {
        var (here, emulated) = (await PrintAsync(_here, _paper[0], language), await PrintAsync(_emulated, _paper[1], language));
        Assert.That((emulated.WidthDots, emulated.HeightDots), Is.EqualTo((here.WidthDots, here.HeightDots)));
        Assert.That(emulated.ToGraymap(0), Is.EqualTo(here.ToGraymap(0)), SameVersions);
    }

    [Test]
    public async Task A_backup_that_amd64_wrote_is_restored_and_served()
    {
        using KioskFolders written = new(),
            restoredHere = new(),
            restored = _machine.Folders();
        var (backup, pages) = await BackUpAsync(written);
        await RestoreAsync(restoredHere, backup);
        await RestoreAsync(restored, backup);
        Assert.That(Kept(restored), Has.Length.EqualTo(2).And.EqualTo(Kept(restoredHere)), "house.db and tally.db");
        await using var kiosk = await KioskProcess.StartAsync(restored, InQuietZone);
        Assert.That(kiosk.Said, Does.Contain("Kiosk is ready for La Passerelle"));
        Assert.That(await kiosk.Health(), Does.Contain("\"sound\""));
        foreach (var (page, text) in pages)
        {
            Assert.That(await Read(kiosk, page), Is.EqualTo(text), page);
        }
    }

    private async Task<KioskProcess> StartAsync(KioskFolders folders, PaperPrinter paper)
    {
        var printer = new TcpTestPrinter(paper);
        _ending.Add(printer);
        var kiosk = await KioskProcess.StartAsync(folders, "--Kiosk:Printer=escpos:tcp://" + printer.Address, InQuietZone);
        _ending.Add(kiosk);
        return kiosk;
    }

    /// <summary>A house of another name with two years of counts, backed up on this machine, and some pages of it.</summary>
    private static async Task<(byte[] Backup, Dictionary<string, string> Pages)> BackUpAsync(KioskFolders folders)
    {
        var house = folders.Write("house.json", DemoHouse.Json.Replace("\"Le Pont\"", "\"La Passerelle\"", StringComparison.Ordinal));
        await using var kiosk = await KioskProcess.StartAsync(folders, "--Kiosk:House=" + house, "--Kiosk:DemoYear=True", InQuietZone);
        var pages = new Dictionary<string, string>();
        foreach (var page in new[] { "/fr/", "/ar/topic/health", "/nl/service/teeth/slip" })
        {
            pages[page] = await Read(kiosk, page);
        }

        var file = Path.Combine(folders.Work, "backup.zip");
        await RunAsync(folders, "backup", file);
        return (await File.ReadAllBytesAsync(file), pages);
    }

    private static async Task RestoreAsync(KioskFolders folders, byte[] backup)
    {
        var file = Path.Combine(folders.Work, "backup.zip");
        await File.WriteAllBytesAsync(file, backup);
        await RunAsync(folders, "restore", file);
    }

    private static async Task RunAsync(KioskFolders folders, string command, string file)
    {
        var (data, nobody) = ("--Kiosk:Data=" + folders.Data, $"--Kiosk:VisitorUrl=http://127.0.0.1:{KioskProcess.FreePort()}");
        await using var run = KioskProcess.Run(folders, null, command, file, data, nobody, InQuietZone);
        Assert.That(await run.ExitAsync(), Is.Zero, () => run.Complained);
    }

    private static async Task<Crawl> CrawlAsync(KioskProcess kiosk)
    {
        using var follower = new SocketsHttpHandler { UseProxy = false };
        using var caller = new HttpClient(follower) { BaseAddress = new Uri(kiosk.Address), Timeout = Guard };
        var crawl = new Crawl(caller);
        await crawl.Everything(["/rest"], link => !link.Contains("with=", StringComparison.Ordinal));
        return crawl;
    }

    private static async Task<PrintedSlip> PrintAsync(KioskProcess kiosk, PaperPrinter paper, string language)
    {
        using var guard = new CancellationTokenSource(Guard);
        while (!(await kiosk.Health()).Contains("\"state\":\"ready\"", StringComparison.Ordinal)) // it asks its printer every few seconds
        {
            await Task.Delay(100, guard.Token);
        }

        using var answer = await kiosk.Client.PostAsync(new Uri($"/{language}/service/teeth/slip", UriKind.Relative), null);
        Assert.That(answer.Headers.Location!.OriginalString, Does.Contain("paper=printed"));
        return await paper.NextSlipAsync(Guard);
    }

    private static Task<string> Read(KioskProcess kiosk, string page) => kiosk.Client.GetStringAsync(new Uri(page, UriKind.Relative));

    /// <summary>Every file that is kept, but secrets, with its fingerprint.</summary>
    private static string[] Kept(KioskFolders folders) =>
        [
            .. FolderContents
                .Of(folders.Data)
                .Where(file =>
                    !file.StartsWith("secrets/", StringComparison.Ordinal)
                    && !file.StartsWith(DataLock.FileName + " ", StringComparison.Ordinal)
                ),
        ];

    /// <summary>A zone in which it is that hour now. East of Greenwich has a minus in them, from 12 west to 14 east (tzdata).</summary>
    private static string ZoneAt(int hour)
    {
        var east = hour - TimeProvider.System.GetUtcNow().Hour;
        east = east < -12 ? east + 24 : east;
        return "Etc/GMT" + (-east).ToString("+0;-0;+0", CultureInfo.InvariantCulture);
    }
}
