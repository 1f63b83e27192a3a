using System.Net;
using Kiosk.App.Certificates;
using Kiosk.App.Hosting;
using Kiosk.App.Live;
using Kiosk.App.Pairing;
using Kiosk.Core.Devices;
using Kiosk.Tests.Processes;
using Kiosk.Tests.Support;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NUnit.Framework;

namespace Kiosk.Tests.Staff;

/// <summary>Who may come in, what may be sent from elsewhere, and what browsers are told.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class StaffAddressesTests : IDisposable
{
    private readonly KioskHost _kiosk = KioskHost.Start();

    private PairedDevices Devices => _kiosk.Services.GetRequiredService<PairedDevices>();

    private Bell Bell => _kiosk.Services.GetRequiredService<Bell>();

    public void Dispose() => _kiosk.Dispose();

    [Test]
    public async Task A_tablet_that_was_never_paired_is_led_to_pairing()
    {
        using var stranger = _kiosk.StaffCaller(new CookieContainer());
        using var answer = await stranger.GetAsync(new Uri("/devices", UriKind.Relative));
        Assert.That((answer.StatusCode, answer.Headers.Location?.OriginalString), Is.EqualTo((HttpStatusCode.Redirect, "/pair")));
        using var post = await stranger.PostAsync(new Uri("/devices?handler=Another", UriKind.Relative), null);
        Assert.That(post.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_tablet_that_was_revoked_is_out_at_once()
    {
        using var coordinator = new StaffForms(_kiosk.StaffCaller());
        using var lost = _kiosk.StaffCaller(Role.Staff);
        Assert.That((await lost.GetAsync(new Uri("/", UriKind.Relative))).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var id = Devices.All.Single(device => device.Role == Role.Staff).Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var revoked = await coordinator.Post("/devices", "/devices?handler=Revoke", ("id", id));
        Assert.That(revoked.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That((await lost.GetAsync(new Uri("/", UriKind.Relative))).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task A_tablet_that_was_revoked_hears_the_bell_no_more()
    {
        using var coordinator = new StaffForms(_kiosk.StaffCaller());
        using var lost = _kiosk.StaffCaller(Role.Staff);
        using var live = await lost.GetAsync(new Uri("/live", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        Assert.That(Bell.IsHeard, Is.True);
        var id = Devices.All.Single(device => device.Role == Role.Staff).Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var revoked = await coordinator.Post("/devices", "/devices?handler=Revoke", ("id", id));
        Assert.That(() => Bell.IsHeard, Is.False.After(20_000, 50));
    }

    /// <summary>
    /// Out of reach, it closes no connection: the kiosk has to ask. With the kiosk's own patience this test would take half a minute.
    /// </summary>
    [Test]
    public async Task A_tablet_that_was_carried_out_of_reach_is_counted_on_no_more()
    {
        var limits = _kiosk.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.Http2;
        Assert.That(
            (limits.KeepAlivePingDelay, limits.KeepAlivePingTimeout),
            Is.EqualTo((TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(10)))
        );
        (limits.KeepAlivePingDelay, limits.KeepAlivePingTimeout) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        using var air = new Air(new Uri(_kiosk.StaffAddress));
        using var tablet = _kiosk.StaffCaller(Role.Staff);
        using var request = new HttpRequestMessage(HttpMethod.Get, air.Address + "live")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var live = await tablet.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await Task.Delay(TimeSpan.FromSeconds(3));
        Assert.That(Bell.IsHeard, Is.True, "within reach it is counted on, however long nothing is told");
        air.IsStill = true;
        Assert.That(() => Bell.IsHeard, Is.False.After(20_000, 50));
    }

    [Test]
    public async Task The_last_coordinator_stays_one()
    {
        using var coordinator = new StaffForms(_kiosk.StaffCaller());
        foreach (var handler in new[] { "Revoke", "Role" })
        {
            using var refused = await coordinator.Post("/devices", "/devices?handler=" + handler, ("id", "1"), ("coordinator", "false"));
            Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("dernière tablette de coordination"));
        }

        Assert.That(Devices.All, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Both_listeners_tell_browsers_to_keep_to_our_own_pages()
    {
        using var screen = _kiosk.Caller();
        using var tablet = _kiosk.StaffCaller();
        foreach (
            var (caller, path) in new[]
            {
                (screen, "/fr/"),
                (screen, "/pairing"),
                (screen, "/nowhere"),
                (tablet, "/"),
                (tablet, "/devices"),
                (tablet, "/nowhere"),
            }
        )
        {
            using var answer = await caller.GetAsync(new Uri(path, UriKind.Relative));
            string Header(string name) => string.Join(',', answer.Headers.TryGetValues(name, out var values) ? values : []);
            Assert.That(
                Header("Content-Security-Policy"),
                Does.Contain("default-src 'self'").And.Contain("frame-ancestors 'none'").And.Not.Contain("unsafe"),
                path
            );
            Assert.That((Header("X-Content-Type-Options"), Header("Referrer-Policy")), Is.EqualTo(("nosniff", "no-referrer")), path);
            Assert.That(Header("Cache-Control"), Does.Contain("no-store"), path);
            Assert.That(Header("Server"), Is.Empty);
        }
    }

    [Test]
    public async Task The_certificate_is_given_as_tablets_install_it()
    {
        using var stranger = _kiosk.StaffCaller(new CookieContainer());
        using var answer = await stranger.GetAsync(new Uri("/certificate/kiosk.crt", UriKind.Relative));
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/x-x509-ca-cert"));
        Assert.That(
            await answer.Content.ReadAsByteArrayAsync(),
            Is.EqualTo(_kiosk.Services.GetRequiredService<ServerCertificate>().Authority.Der)
        );
    }

    [Test]
    public async Task Of_a_tablet_the_day_is_kept_and_nothing_finer()
    {
        _kiosk.Time.StandAt("2026-11-21 09:13");
        using var tablet = _kiosk.StaffCaller(Role.Staff);
        Assert.That(await tablet.GetStringAsync(new Uri("/devices", UriKind.Relative)), Does.Contain("vue aujourd’hui"));
        var kept = await File.ReadAllBytesAsync(Path.Combine(_kiosk.DataFolder, "secrets", "staff.db"));
        Assert.That(new Traces("2026-11-21").InBytes(kept), Is.Not.Empty);
        Assert.That(new Traces("09:13", "08:13", PairedFolder.TokenOf(Role.Staff), PairedFolder.Pin).InBytes(kept), Is.Empty);
    }

    [Test]
    public async Task The_health_page_says_in_words_how_the_kiosk_is()
    {
        using var tablet = _kiosk.StaffCaller();
        var page = await tablet.GetStringAsync(new Uri("/health", UriKind.Relative));
        Assert.That(
            page,
            Does.Contain("Imprimante")
                .And.Contain("20 novembre")
                .And.Contain("14:20")
                .And.Contain("novembre 2036")
                .And.Contain(ProgramVersion.Text)
        );
    }
}
