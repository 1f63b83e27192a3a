using System.Net;
using Kiosk.App.Pairing;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Devices;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Staff;

/// <summary>Who reads the report: coordinators' tablets, and those on which a coordinator signed in, for as long as they may.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ReportAccessTests : IDisposable
{
    private const string Report = "/report";

    private readonly KioskHost _kiosk = KioskHost.Start();

    private readonly CookieContainer _cookies = new();
    private readonly StaffForms _coordinator;
    private readonly StaffForms _staff;

    public ReportAccessTests()
    {
        _coordinator = new(_kiosk.StaffCaller());
        _staff = TabletOf(Role.Staff, _cookies);
        Accounts.Add(Passphrases.Name, Passphrases.Right);
    }

    private CoordinatorAccounts Accounts => _kiosk.Services.GetRequiredService<CoordinatorAccounts>();

    public void Dispose()
    {
        _coordinator.Dispose();
        _staff.Dispose();
        _kiosk.Dispose();
    }

    [Test]
    public async Task A_coordinators_tablet_reads_it_and_one_of_staffs_is_led_to_signing_in()
    {
        Assert.That(await Opens(_coordinator), Is.True);
        using var led = await _staff.Caller.GetAsync(new Uri(Report, UriKind.Relative));
        Assert.That((led.StatusCode, led.Headers.Location?.OriginalString), Is.EqualTo((HttpStatusCode.Redirect, "/report/sign-in")));
        using var posted = await _staff.Post("/devices", Report);
        Assert.That(posted.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        _staff.Caller.DefaultRequestHeaders.Accept.Clear();
        using var asked = await _staff.Caller.GetAsync(new Uri(Report, UriKind.Relative));
        Assert.That(asked.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), "what a script asks for");
    }

    [Test]
    public async Task The_right_passphrase_opens_it_on_that_tablet_until_its_browser_is_closed()
    {
        using var signedIn = await _staff.SignIn();
        Assert.That((signedIn.StatusCode, signedIn.Headers.Location?.OriginalString), Is.EqualTo((HttpStatusCode.SeeOther, "/report")));
        Assert.That(
            signedIn
                .Headers.GetValues("Set-Cookie")
                .Single(cookie => cookie.StartsWith("__Host-kiosk-coordinator=", StringComparison.Ordinal))
                .ToLowerInvariant(),
            Does.Contain("secure")
                .And.Contain("httponly")
                .And.Contain("samesite=strict")
                .And.Contain("path=/")
                .And.Not.Contain("expires")
                .And.Not.Contain("max-age")
        );
        Assert.That(await Opens(_staff), Is.True);
        using var page = await _staff.Caller.GetAsync(new Uri(Report, UriKind.Relative));
        Assert.That(await page.Content.ReadAsStringAsync(), Does.Contain("handler=Out"), "the way out stands on it");
    }

    [Test]
    public async Task A_page_opens_it_for_another_thirty_minutes_and_nothing_opens_it_longer()
    {
        using var signedIn = await _staff.SignIn();
        foreach (var minutes in new[] { 10, 29, 29 })
        {
            _kiosk.Time.GoOn(Duration.FromMinutes(minutes));
            Assert.That(await Opens(_staff), Is.True, $"{minutes} minutes after the last page");
        }

        _kiosk.Time.GoOn(Duration.FromMinutes(31));
        Assert.That(await Opens(_staff), Is.False);
    }

    [Test]
    public async Task Whoever_signs_out_is_out()
    {
        using var signedIn = await _staff.SignIn();
        using var signedOut = await _staff.Post("/report/sign-in", "/report/sign-in?handler=Out");
        Assert.That(signedOut.Headers.Location?.OriginalString, Is.EqualTo("/report/sign-in?out=true"));
        Assert.That(await Opens(_staff), Is.False);
        Assert.That(await _staff.Caller.GetStringAsync(signedOut.Headers.Location), Does.Contain("refermé"));
    }

    [Test]
    public async Task Removing_an_account_ends_its_session_at_once_and_no_later_account_takes_it_up()
    {
        using var signedIn = await _staff.SignIn();
        var id = Accounts.All.Single().Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var removed = await _coordinator.Post("/devices", "/devices?handler=RemoveCoordinator", ("id", id));
        Assert.That((removed.StatusCode, await Opens(_staff)), Is.EqualTo((HttpStatusCode.SeeOther, false)));
        using var again = await _coordinator.AddCoordinator();
        Assert.That((again.StatusCode, await Opens(_staff)), Is.EqualTo((HttpStatusCode.SeeOther, false)));
    }

    [Test]
    public async Task A_session_belongs_to_its_tablet()
    {
        using var signedIn = await _staff.SignIn();
        var session = _cookies.GetAllCookies().Single(cookie => cookie.Name == CoordinatorSignIn.CookieName);
        var (device, token) = _kiosk
            .Services.GetRequiredService<PairedDevices>()
            .Add("Cuisine", Core.Languages.LanguageTag.Parse("fr"), null);
        Assert.That(device.Role, Is.EqualTo(Role.Staff));
        var others = new CookieContainer();
        others.Add(new Cookie(DeviceSignIn.CookieName, _kiosk.StaffCookie(token), "/", "127.0.0.1") { Secure = true });
        others.Add(new Cookie(session.Name, session.Value, "/", "127.0.0.1") { Secure = true });
        using var other = new StaffForms(_kiosk.StaffCaller(others));
        Assert.That(await Opens(other), Is.False);

        var alone = new CookieContainer();
        alone.Add(new Cookie(session.Name, session.Value, "/", "127.0.0.1") { Secure = true });
        using var stranger = _kiosk.StaffCaller(alone);
        using var answer = await stranger.GetAsync(new Uri(Report, UriKind.Relative));
        Assert.That(answer.Headers.Location?.OriginalString, Is.EqualTo("/pair"));
    }

    [TestCase("Revoke")]
    [TestCase("Role")]
    [TestCase("Pin")]
    [TestCase("Another")]
    [TestCase("AddCoordinator")]
    [TestCase("RemoveCoordinator")]
    public async Task Signing_in_opens_the_report_and_nothing_of_the_tablets(string handler)
    {
        using var signedIn = await _staff.SignIn();
        Assert.That(await Opens(_staff), Is.True);
        using var refused = await _staff.Post(
            "/devices",
            "/devices?handler=" + handler,
            ("id", "1"),
            ("coordinator", "true"),
            ("name", "Sam"),
            ("passphrase", Passphrases.Right),
            ("again", Passphrases.Right),
            ("pin", "1111"),
            ("pinAgain", "1111")
        );
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(
            await _staff.Caller.GetStringAsync(new Uri("/devices", UriKind.Relative)),
            Does.Not.Contain("handler=" + handler).And.Not.Contain(Passphrases.Name)
        );
        Assert.That(Accounts.All.Select(account => account.Name), Is.EqualTo(new[] { Passphrases.Name }));
    }

    [Test]
    public async Task The_touchscreen_knows_nothing_of_it()
    {
        using var signedIn = await _staff.SignIn();
        using var screen = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(_kiosk.Address) };
        screen.DefaultRequestHeaders.Add(
            "Cookie",
            string.Join("; ", _cookies.GetAllCookies().Select(cookie => $"{cookie.Name}={cookie.Value}"))
        );
        foreach (var path in new[] { "/report/sign-in", "/report", Report })
        {
            using var answer = await screen.GetAsync(new Uri(path, UriKind.Relative));
            Assert.That((answer.StatusCode, answer.Headers.Contains("Set-Cookie")), Is.EqualTo((HttpStatusCode.NotFound, false)), path);
        }
    }

    private StaffForms TabletOf(Role role, CookieContainer cookies)
    {
        cookies.Add(new Cookie(DeviceSignIn.CookieName, _kiosk.StaffCookie(role), "/", "127.0.0.1") { Secure = true });
        return new StaffForms(_kiosk.StaffCaller(cookies));
    }

    private static async Task<bool> Opens(StaffForms tablet)
    {
        using var answer = await tablet.Caller.GetAsync(new Uri(Report, UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK;
    }
}
