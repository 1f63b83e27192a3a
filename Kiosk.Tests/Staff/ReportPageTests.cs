using System.Net;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Devices;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Staff;

/// <summary>Who may read a report, of which period, and that reading one changes nothing.</summary>
public sealed class ReportPageTests
{
    private static readonly string[] Forms =
    [
        "/report",
        "/report?period=2026-10",
        "/report?handler=Csv&period=2026-10",
        "/report?handler=Json&period=2026-10",
    ];

    private KioskHost _kiosk = null!;

    [OneTimeSetUp]
    public void Start()
    {
        _kiosk = KioskHost.Start();
        _kiosk.FillWithInventedCounts();
    }

    [OneTimeTearDown]
    public void Stop() => _kiosk.Dispose();

    [TestCaseSource(nameof(Forms))]
    public async Task A_tablet_of_staff_is_led_to_sign_in(string address)
    {
        using var staff = _kiosk.StaffCaller(Role.Staff);
        using var answer = await staff.GetAsync(new Uri(address, UriKind.Relative));
        Assert.That(
            (answer.StatusCode, answer.Headers.Location?.OriginalString),
            Is.EqualTo((HttpStatusCode.Redirect, ReportAccess.SignInPath))
        );
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.Empty);
    }

    [TestCaseSource(nameof(Forms))]
    public async Task A_stranger_is_led_to_pairing(string address)
    {
        using var stranger = _kiosk.StaffCaller(new CookieContainer());
        using var answer = await stranger.GetAsync(new Uri(address, UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [TestCaseSource(nameof(Forms))]
    public async Task The_touchscreen_has_no_report(string address)
    {
        using var visitor = _kiosk.Caller();
        using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("2026-W47", "n’est pas finie")]
    [TestCase("2026-11", "n’est pas finie")]
    [TestCase("2026", "n’est pas finie")]
    [TestCase("2031-Q2", "n’est pas finie")]
    [TestCase("2019", "Rien n’a paru")]
    [TestCase("2026-11-20", "toujours d’une semaine")]
    [TestCase("2026-W60", "toujours d’une semaine")]
    [TestCase("../../etc", "toujours d’une semaine")]
    public async Task A_period_that_was_not_published_has_a_sentence_and_no_figures(string period, string sentence)
    {
        using var tablet = _kiosk.StaffCaller();
        foreach (var form in new[] { "", "handler=Csv&", "handler=Json&" })
        {
            using var answer = await tablet.GetAsync(new Uri($"/report?{form}period={Uri.EscapeDataString(period)}", UriKind.Relative));
            var page = await answer.Content.ReadAsStringAsync();
            Assert.That(
                (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType),
                Is.EqualTo((HttpStatusCode.NotFound, "text/html"))
            );
            Assert.That(page, Does.Contain(sentence).And.Contain("href=\"/report\"").And.Not.Contain("data-figure"));
        }
    }

    [Test]
    public async Task A_new_kiosk_says_when_the_first_week_is_published()
    {
        using var fresh = KioskHost.Start();
        using var tablet = fresh.StaffCaller();
        Assert.That(
            await tablet.GetStringAsync(new Uri("/report", UriKind.Relative)),
            Does.Contain("La première semaine paraît quand elle est finie").And.Not.Contain("data-figure")
        );
        using var file = await tablet.GetAsync(new Uri("/report?handler=Csv", UriKind.Relative));
        Assert.That(file.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("Csv", "text/csv", "le-pont-rapport-2026-10-invented.csv")]
    [TestCase("Json", "application/json", "le-pont-rapport-2026-10-invented.json")]
    public async Task A_file_says_whose_it_is_and_when_in_its_name(string handler, string type, string name)
    {
        using var tablet = _kiosk.StaffCaller();
        using var answer = await tablet.GetAsync(new Uri($"/report?handler={handler}&period=2026-10", UriKind.Relative));
        Assert.That(
            (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.FileName),
            Is.EqualTo((type, name))
        );
        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Has.Length.GreaterThan(2000));
    }

    [Test]
    public async Task Reading_changes_nothing()
    {
        using var tablet = _kiosk.StaffCaller();
        var before = Counts();
        foreach (var form in Forms)
        {
            using var answer = await tablet.GetAsync(new Uri(form, UriKind.Relative));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), form);
        }

        Assert.That(Counts(), Is.EqualTo(before));
    }

    private byte[] Counts() => File.ReadAllBytes(Path.Combine(_kiosk.DataFolder, "tally.db"));
}
