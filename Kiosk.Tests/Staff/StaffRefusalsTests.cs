using System.Net;
using System.Net.Security;
using Kiosk.Core.Devices;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Staff;

/// <summary>What the tablets' side refuses, whoever sends it. Nothing is changed by it, so that one kiosk is enough.</summary>
public sealed class StaffRefusalsTests
{
    private KioskHost _kiosk = null!;

    [OneTimeSetUp]
    public void Start() => _kiosk = KioskHost.Start();

    [OneTimeTearDown]
    public void Stop() => _kiosk.Dispose();

    [TestCase("Revoke")]
    [TestCase("Role")]
    [TestCase("Pin")]
    [TestCase("Another")]
    public async Task What_coordinators_do_staff_may_not(string handler)
    {
        using var staff = new StaffForms(_kiosk.StaffCaller(Role.Staff));
        using var refused = await staff.Post(
            "/devices",
            "/devices?handler=" + handler,
            ("id", "1"),
            ("coordinator", "false"),
            ("pin", "1111"),
            ("pinAgain", "1111")
        );
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("Réservé à la coordination"));
    }

    [TestCase("Sec-Fetch-Site", "cross-site")]
    [TestCase("Sec-Fetch-Site", "same-site")]
    [TestCase("Origin", "https://evil.example")]
    public async Task What_another_site_sends_is_refused(string header, string value)
    {
        using var tablet = new StaffForms(_kiosk.StaffCaller());
        var token = await tablet.TokenOf("/devices");
        tablet.Caller.DefaultRequestHeaders.Add(header, value);
        using var answer = await tablet.Send(token, "/devices?handler=Another");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [TestCase(null)]
    [TestCase("CfDJ8-made-up")]
    public async Task A_form_without_its_token_is_asked_to_start_again(string? token)
    {
        using var tablet = new StaffForms(_kiosk.StaffCaller());
        using var answer = await tablet.Send(token, "/devices?handler=Another");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("Veuillez recommencer"));
    }

    [Test]
    public async Task The_token_of_anothers_form_is_worth_nothing()
    {
        using var coordinator = new StaffForms(_kiosk.StaffCaller());
        using var staff = new StaffForms(_kiosk.StaffCaller(Role.Staff));
        using var answer = await coordinator.Send(await staff.TokenOf("/devices"), "/devices?handler=Another");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_form_may_be_larger_than_a_tap_and_no_larger_than_a_form()
    {
        using var tablet = new StaffForms(_kiosk.StaffCaller());
        using var fits = await tablet.Post("/devices", "/devices?handler=Another", ("more", new string('x', 500_000)));
        Assert.That(fits.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        using var tooLarge = await tablet.Post("/devices", "/devices?handler=Another", ("more", new string('x', 2_000_000)));
        Assert.That(tooLarge.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest).Or.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    [TestCase("192.168.1.20", true)]
    [TestCase("localhost", true)]
    [TestCase("kiosk.evil.example", false)]
    public async Task The_tablets_listener_answers_to_its_own_names_only(string host, bool answers)
    {
        using var handler = new SocketsHttpHandler
        {
            SslOptions =
            {
                CertificateChainPolicy = _kiosk.Trust(),
                RemoteCertificateValidationCallback = (_, _, _, wrong) =>
                    wrong is SslPolicyErrors.None or SslPolicyErrors.RemoteCertificateNameMismatch,
            },
        };
        using var tablet = new HttpClient(handler) { BaseAddress = new Uri(_kiosk.StaffAddress) };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/certificate") { Headers = { Host = host } };
        using var answer = await tablet.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(answers ? HttpStatusCode.OK : HttpStatusCode.BadRequest));
    }
}
