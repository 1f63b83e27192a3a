using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using Kiosk.Core.Storage;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>P5: when a visit has ended, nothing in the kiosk remembers it but the counts.</summary>
[Category("Process"), Category("Browser"), Platform("Linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed partial class VisitLeavesNothingTests : IDisposable
{
    /// <summary>What the visit was about, by its ids, its addresses and its words in both languages of the slip.</summary>
    private static readonly Traces Ids = new("topic/health", "health-teeth", "service/teeth");
    private static readonly Traces Words = new("/ar/service", "/ar/topic", "Soigner ses dents", "علاج الأسنان");

    private readonly KioskFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [Test]
    public async Task After_a_visit_no_file_and_no_log_holds_a_word_of_it()
    {
        await using var kiosk = await KioskProcess.StartAsync(_folders);
        (await kiosk.Tap("help/nothing-fits")).Dispose(); // the first tap of a day lays the day out
        var (said, before, cells) = (kiosk.Said, _folders.DataFiles(), Layout());
        await Visit(kiosk.Address, incognito: true);
        Assert.That(await kiosk.StopAsync(), Is.Zero);

        Assert.That(Ledger.Count(_folders), Does.ContainKey("service/teeth").And.ContainKey("slip/qr").And.ContainKey("language/ar"));
        Assert.That((kiosk.Said, kiosk.Complained), Is.EqualTo((said, "")));
        Assert.That(Layout(), Is.EqualTo(cells));
        Assert.That(WithoutTally(_folders.DataFiles()), Is.EqualTo(WithoutTally(before)));
        Assert.That(Words.InBytes(File.ReadAllBytes(_folders.Tally)), Is.Empty);
        Assert.That(Elsewhere(Ids).Concat(Elsewhere(Words)), Is.Empty);
        Assert.That(Directory.Exists(Path.Combine(_folders.Home, ".aspnet")), Is.False);
        Assert.That(Directory.EnumerateFileSystemEntries(_folders.Work), Is.Empty);
    }

    /// <summary>A slip on paper, and one that the printer could not finish, leave no more: the paper has it, and nobody else.</summary>
    [Test]
    public async Task After_a_visit_that_printed_no_file_no_log_and_no_address_holds_a_word_of_it()
    {
        var paper = new PaperPrinter(576);
        await using var printer = new TcpTestPrinter(paper);
        await using var kiosk = await KioskProcess.StartAsync(_folders, "--Kiosk:Printer=escpos:tcp://" + printer.Address);
        (await kiosk.Tap("help/nothing-fits")).Dispose();
        await Ready(kiosk);
        var (said, before, cells) = (kiosk.Said, _folders.DataFiles(), Layout());
        await VisitAndPrint(kiosk.Address);
        paper.PaperOutAfterRows = 100;
        using var dropped = await kiosk.Client.PostAsync(new Uri("/ar/service/rent-advice/slip", UriKind.Relative), null);
        var health = await kiosk.Health();
        Assert.That(await kiosk.StopAsync(), Is.Zero);

        Assert.That((paper.Slips.Count, paper.BytesTaken > 0), Is.EqualTo((1, true)));
        Assert.That(Ledger.Count(_folders), Does.ContainKey("slip/paper"));
        Assert.That((kiosk.Said, kiosk.Complained), Is.EqualTo((said, "")));
        Assert.That(Layout(), Is.EqualTo(cells));
        Assert.That(WithoutTally(_folders.DataFiles()), Is.EqualTo(WithoutTally(before)));
        Assert.That(Words.InBytes(File.ReadAllBytes(_folders.Tally)), Is.Empty);
        Assert.That(Elsewhere(Ids).Concat(Elsewhere(Words)), Is.Empty);
        Assert.That(Directory.EnumerateFileSystemEntries(_folders.Work), Is.Empty);
        Assert.That(health, Does.Contain("\"count\":1").And.Not.Contain("rent-advice"));
        Assert.That(Regex.IsMatch(health, @"\d\d:\d\d"), Is.False, "no time finer than the day");
    }

    /// <summary>
    /// Counted as <c>help/person</c>, and that is all: neither when somebody rang nor how soon somebody came is anywhere.
    /// </summary>
    [Test]
    public async Task After_the_bell_rang_and_was_answered_no_file_and_no_log_has_grown()
    {
        var address = $"https://127.0.0.1:{KioskProcess.FreePort()}";
        await using var kiosk = KioskProcess.Begin(_folders, "--Kiosk:StaffUrl=" + address);
        Assert.That(await kiosk.ReadyAsync());
        using var tablet = StaffForms.Of(_folders, address, new CookieContainer());
        var code = Code().Match(kiosk.Said).Value;
        (await tablet.Post("/pair", "/pair", ("Code", code), ("Name", "Accueil"), ("Pin", "2468"), ("PinAgain", "2468"))).Dispose();
        using var live = new StreamReader(await tablet.Caller.GetStreamAsync(new Uri("/live", UriKind.Relative)));
        await Hears(live, "open");
        (await kiosk.Tap("help/nothing-fits")).Dispose();
        var (said, before, cells) = (kiosk.Said, _folders.DataFiles(), Layout());

        (await kiosk.Client.PostAsync(new Uri("/fr/person", UriKind.Relative), null)).Dispose();
        await Hears(live, "bell");
        (await tablet.Post("/", "/bell")).Dispose();
        await Hears(live, "bell");
        (await kiosk.Tap("help/person", "visit/ended-start-over")).Dispose();
        await Hears(live, "bell");

        Assert.That(Ledger.Count(_folders), Does.ContainKey("help/person"));
        Assert.That((kiosk.Said, kiosk.Complained), Is.EqualTo((said, "")));
        Assert.That(Layout(), Is.EqualTo(cells));
        Assert.That(WithoutTally(_folders.DataFiles()), Is.EqualTo(WithoutTally(before)));
        Assert.That(Directory.EnumerateFileSystemEntries(_folders.Work), Is.Empty);
    }

    /// <summary>The search itself is tried on a browser that remembers.</summary>
    [Test, Category("Everything")]
    public async Task A_browser_that_keeps_a_history_would_be_found_out()
    {
        await using var kiosk = await KioskProcess.StartAsync(_folders);
        await Visit(kiosk.Address, incognito: false);
        Assert.That(Elsewhere(Words), Is.Not.Empty);
    }

    private static async Task Hears(StreamReader live, string what)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await live.ReadLineAsync(guard.Token) != "event: " + what) { }
    }

    /// <summary>From rest, in Arabic, to a slip, and over.</summary>
    private async Task Visit(string address, bool incognito)
    {
        await using var screen = await KioskScreen.OpenAsync(_folders, address + "/rest", incognito);
        await screen.Touch("a[href='/ar/']", "/ar/");
        await screen.Touch("a[href='/ar/topic/health']", "/ar/topic/health");
        await screen.Touch("a[href^='/ar/topic/health-teeth']", "/ar/topic/health-teeth");
        await screen.Touch("a[href^='/ar/service/teeth?topic=health-teeth']", "/ar/service/teeth");
        await screen.Touch("a[href^='/ar/service/teeth/slip?topic=health-teeth']", "/ar/service/teeth/slip");
        await screen.Page.Locator(".qr").WaitForAsync();
        await screen.Touch(".bar-start", "/ar/");
        await screen.CloseAsync();
    }

    private async Task VisitAndPrint(string address)
    {
        await using var screen = await KioskScreen.OpenAsync(_folders, address + "/rest", incognito: true);
        await screen.Touch("a[href='/ar/']", "/ar/");
        await screen.Touch("a[href='/ar/topic/health']", "/ar/topic/health");
        await screen.Touch("a[href^='/ar/topic/health-teeth']", "/ar/topic/health-teeth");
        await screen.Page.Locator("button.card-slip").First.ClickAsync();
        await screen.Page.Locator(".end-taken").WaitForAsync();
        await screen.Touch(".bar-start", "/ar/");
        await screen.CloseAsync();
    }

    private static async Task Ready(KioskProcess kiosk)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(await kiosk.Health()).Contains("\"state\":\"ready\"", StringComparison.Ordinal))
        {
            await Task.Delay(50, guard.Token);
        }
    }

    /// <summary>Everywhere but in the data folder, which is compared byte by byte.</summary>
    private IEnumerable<string> Elsewhere(Traces traces) =>
        traces.In(_folders.Root).Where(found => !found.StartsWith("data/", StringComparison.Ordinal));

    private static Dictionary<string, byte[]> WithoutTally(IReadOnlyDictionary<string, byte[]> files) =>
        files.Where(file => file.Key != "tally.db").ToDictionary(file => file.Key, file => file.Value);

    /// <summary>Everything in the counts that is no counter, for the day begun first: a test may run across midnight.</summary>
    private string Layout()
    {
        using var tally = SqliteFile.Open(_folders.Tally);
        var cells = tally.Query<string>("SELECT position || ' ' || name FROM cell");
        var schema = tally.Query<string>("SELECT name FROM migration UNION ALL SELECT sql FROM sqlite_master");
        var widths = tally.Query<string>(
            "SELECT id || ' ' || first_position || ' ' || length(taps) FROM day WHERE date = (SELECT min(date) FROM day)"
        );
        return string.Join('\n', [.. cells, .. schema, .. widths]);
    }

    [GeneratedRegex(@"\d{3} \d{3}(?= within)")]
    private static partial Regex Code();
}
