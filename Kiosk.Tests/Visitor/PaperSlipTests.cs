using System.Net;
using System.Text.Json;
using Kiosk.Core.Printing;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Visitor;

/// <summary>For each bad day of a printer: what the visitor sees, what staff see, and that the next slip prints.</summary>
[Platform("Linux"), Category("Paper"), FixtureLifeCycle(LifeCycle.InstancePerTestCase), Parallelizable(ParallelScope.All)]
public sealed class PaperSlipTests : IAsyncDisposable
{
    private const string Slip = "/fr/service/teeth/slip?topic=health-teeth";
    private const string Other = "/ar/service/rent-advice/slip";

    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    private readonly PaperPrinter _paper = new(576);
    private readonly TcpTestPrinter _network;
    private readonly KioskHost _kiosk;
    private readonly HttpClient _caller;

    public PaperSlipTests()
    {
        _network = new TcpTestPrinter(_paper);
        _kiosk = KioskHost.Start("Kiosk:Printer=escpos:tcp://" + _network.Address);
        _caller = _kiosk.Caller(followsRedirects: true);
    }

    public async ValueTask DisposeAsync()
    {
        _caller.Dispose();
        _kiosk.Dispose();
        await _network.DisposeAsync();
    }

    [Test]
    public async Task A_touch_prints_one_slip_and_tells_to_take_it()
    {
        await HealthBecomes("ready");
        AssertHas(await Get("/fr/service/teeth"), Says("slip.print"), "method=\"post\"");
        AssertHas(await Print(Slip), Says("slip.printed"), "data-shown=\"slip/paper\"");
        await _paper.NextSlipAsync(Guard);
        Assert.That(_paper.Slips, Has.Count.EqualTo(1));
        Assert.That(await Failures(), Is.Zero);
    }

    [Test]
    public async Task Looking_at_a_slip_and_at_what_became_of_it_prints_nothing()
    {
        await HealthBecomes("ready");
        foreach (
            var path in (string[])[Slip, Slip + "&paper=printed", Slip + "&paper=sent", Slip + "&paper=could-not", Slip + "&paper=nonsense"]
        )
        {
            await Get(path);
        }

        Assert.That((_paper.Slips.Count, _paper.Unfinished.HeightDots), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task A_touch_twice_prints_once()
    {
        await HealthBecomes("ready");
        var pages = await Task.WhenAll(Print(Slip), Print(Slip));
        AssertHas(pages[0], Says("slip.printed"));
        AssertHas(pages[1], Says("slip.printed"));
        Assert.That(_paper.Slips, Has.Count.EqualTo(1));
    }

    [TestCase("out-of-paper")]
    [TestCase("cover-open")]
    [TestCase("offline")]
    [TestCase("fault")]
    [TestCase("absent")]
    public async Task Before_the_touch_a_printer_that_cannot_is_told_and_the_square_offered(string state)
    {
        await HealthBecomes("ready");
        Break(state);
        await HealthBecomes(state);
        var page = await Get("/fr/service/teeth");
        AssertHas(page, Says("slip.no-paper-now"), Says("slip.on-phone"));
        Assert.That(page.Contains("method=\"post\"", StringComparison.Ordinal), Is.False);
        Assert.That(await Advice(), Is.EqualTo(Enum.GetValues<PrinterState>().Single(s => s.Word() == state).Advice()));
        Mend(state);
        await HealthBecomes("ready");
        AssertHas(await Get("/fr/service/teeth"), Says("slip.print"));
        await AssertNextPrints();
    }

    /// <summary>The printer was well when it was last asked.</summary>
    [TestCase("out-of-paper")]
    [TestCase("cover-open")]
    [TestCase("offline")]
    [TestCase("fault")]
    [TestCase("absent")]
    public async Task After_the_touch_a_printer_that_cannot_gives_way_to_the_square(string state)
    {
        await HealthBecomes("ready");
        Break(state);
        await AssertCouldNot(state);
        Mend(state);
        await AssertNextPrints();
    }

    [Test]
    public async Task Paper_that_ends_within_a_slip_gives_way_to_the_square()
    {
        await HealthBecomes("ready");
        _paper.PaperOutAfterRows = 300;
        await AssertCouldNot("out-of-paper", "stuck");
        _paper.RefillPaper();
        await AssertNextPrints();
    }

    [Test]
    public async Task Paper_that_ends_after_a_slip_leaves_it_taken_and_the_next_to_the_square()
    {
        await HealthBecomes("ready");
        AssertHas(await Print(Slip), Says("slip.printed"));
        _paper.PaperOutAfterRows = 0;
        await HealthBecomes("out-of-paper");
        Assert.That(await Failures(), Is.Zero);
        _paper.RefillPaper();
        await AssertNextPrints();
    }

    [Test]
    public async Task A_connection_cut_within_a_band_gives_way_to_the_square()
    {
        await HealthBecomes("ready");
        _network.CutConnectionAfterBytes = 20_000;
        await AssertCouldNot("gone");
        await AssertNextPrints();
    }

    [Test]
    public async Task A_printer_that_hangs_or_takes_a_byte_a_second_gives_way_to_the_square()
    {
        await HealthBecomes("ready");
        _network.BytesPerSecond = 1;
        await AssertCouldNot("stuck");
        _network.BytesPerSecond = null;
        await AssertNextPrints();
        _paper.Dead = true;
        await AssertCouldNot("stuck");
        _paper.Dead = false;
        await AssertNextPrints();
    }

    [Test]
    public async Task Of_a_failure_the_kind_and_the_day_are_known_and_nothing_else()
    {
        await HealthBecomes("ready");
        _paper.OpenCover();
        await Print(Slip);
        var failures = (await Health()).GetProperty("failures");
        Assert.That(
            failures.EnumerateObject().Select(p => $"{p.Name}={p.Value}"),
            Is.EqualTo(["count=1", "last=cover-open", "on=2026-11-20"])
        );
    }

    [TestCase("/fr/service/nowhere/slip", HttpStatusCode.NotFound)]
    [TestCase("/zz/service/teeth/slip", HttpStatusCode.MethodNotAllowed)]
    [TestCase("/fr/service/teeth", HttpStatusCode.MethodNotAllowed)]
    public async Task Only_a_slip_can_be_printed(string path, HttpStatusCode status)
    {
        using var answer = await _caller.PostAsync(new Uri(path, UriKind.Relative), null);
        Assert.That(answer.StatusCode, Is.EqualTo(status));
        Assert.That(_paper.Slips, Is.Empty);
    }

    [Test]
    public async Task Another_site_cannot_print()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Slip);
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await _caller.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(_paper.Slips, Is.Empty);
    }

    private async Task AssertCouldNot(params string[] states)
    {
        var before = await Failures();
        AssertHas(await Print(Slip), Says("slip.could-not"), "class=\"qr\"", "data-shown=\"slip/qr\"");
        var health = await Health();
        Assert.That(health.GetProperty("failures").GetProperty("last").GetString(), Is.AnyOf(states));
        Assert.That(await Failures(), Is.EqualTo(before + 1));
    }

    /// <summary>Another slip, in another language, whole and alone.</summary>
    private async Task AssertNextPrints()
    {
        await HealthBecomes("ready");
        var before = _paper.Slips.Count;
        AssertHas(await Print(Other), DemoHouse.Speaking("ar").Translate("slip.printed").Text);
        await _paper.WhenAsync(paper => paper.Slips.Count > before && paper.Unfinished.HeightDots == 0, Guard);
        Assert.That(_paper.GarbageBytes, Is.Zero);
    }

    private static void AssertHas(string page, params string[] parts) =>
        Assert.That(parts.Where(part => !page.Contains(part, StringComparison.Ordinal)), Is.Empty);

    private void Break(string state)
    {
        switch (state)
        {
            case "out-of-paper":
                _paper.PaperOutAfterRows = 0;
                break;
            case "cover-open":
                _paper.OpenCover();
                break;
            case "offline":
                _paper.Offline = true;
                break;
            case "fault":
                _paper.CutterJam = true;
                break;
            case "absent":
                _network.AcceptsConnections = false;
                break;
        }
    }

    private void Mend(string state)
    {
        switch (state)
        {
            case "out-of-paper":
                _paper.RefillPaper();
                break;
            case "cover-open":
                _paper.CloseCover();
                break;
            case "offline":
                _paper.Offline = false;
                break;
            case "fault":
                _paper.CutterJam = false;
                break;
            case "absent":
                _network.AcceptsConnections = true;
                break;
        }
    }

    /// <summary>The kiosk asks every few seconds by itself.</summary>
    private async Task HealthBecomes(string state)
    {
        using var guard = new CancellationTokenSource(Guard);
        while ((await Health()).GetProperty("state").GetString() != state)
        {
            await Task.Delay(50, guard.Token);
        }
    }

    private async Task<JsonElement> Health() => JsonDocument.Parse(await Get("/health")).RootElement.GetProperty("printer");

    private async Task<int> Failures() => (await Health()).GetProperty("failures").GetProperty("count").GetInt32();

    private async Task<string?> Advice() => (await Health()).GetProperty("advice").GetString();

    private Task<string> Get(string path) => _caller.GetStringAsync(new Uri(path, UriKind.Relative));

    private async Task<string> Print(string path)
    {
        using var answer = await _caller.PostAsync(new Uri(path, UriKind.Relative), null);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return await answer.Content.ReadAsStringAsync();
    }

    private static string Says(string key) => DemoHouse.Speaking("fr").Translate(key).Text;
}
