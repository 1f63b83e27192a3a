using System.Net;
using Kiosk.App.Pairing;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Devices;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Staff;

/// <summary>Pairing without a browser: what is offered once is taken once, and guessing leads nowhere.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PairingRequestTests : IDisposable
{
    private readonly KioskHost _kiosk = KioskHost.Start();
    private readonly StaffForms _stranger;

    public PairingRequestTests() => _stranger = Stranger();

    private PairingDesk Desk => _kiosk.Services.GetRequiredService<PairingDesk>();

    private PairedDevices Devices => _kiosk.Services.GetRequiredService<PairedDevices>();

    public void Dispose()
    {
        _stranger.Dispose();
        _kiosk.Dispose();
    }

    [Test]
    public async Task A_token_pairs_one_tablet_and_no_second()
    {
        var path = "/pair/" + Desk.Show().Token;
        using var first = await _stranger.Post(path, path, ("Name", "Cuisine"));
        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That(
            first
                .Headers.GetValues("Set-Cookie")
                .Single(cookie => cookie.StartsWith(DeviceSignIn.CookieName + "=", StringComparison.Ordinal))
                .ToLowerInvariant(),
            Does.Contain("secure").And.Contain("httponly").And.Contain("samesite=strict").And.Contain("path=/").And.Contain("expires=")
        );

        using var second = Stranger();
        Assert.That(
            await (await second.Post("/pair", path, ("Name", "Autre"))).Content.ReadAsStringAsync(),
            Does.Contain("n’est plus valable")
        );
        Assert.That(Devices.All.Select(device => device.Name), Is.EqualTo(new[] { "Bureau", "Accueil", "Cuisine" }));
    }

    [Test]
    public async Task A_code_is_good_for_five_minutes()
    {
        var code = Desk.Show().Code;
        _kiosk.Time.StandAt("2026-11-20 14:25");
        Assert.That(await TryCode(code), Does.Contain("n’est plus valable"));
        Assert.That(Desk.Show().Code, Is.Not.EqualTo(code), "a fresh one appears by itself");
    }

    [Test]
    public async Task After_five_wrong_codes_the_right_one_is_worth_nothing_and_the_square_still_is()
    {
        var offer = Desk.Show();
        for (var wrong = 0; wrong < PairingOffer.Tries; wrong++)
        {
            Assert.That(await TryCode(Other(offer.Code)), Does.Contain("class=\"wrong\""));
            _kiosk.Time.GoOn(Desk.Wait);
        }

        Assert.That(await TryCode(offer.Code), Does.Contain("class=\"wrong\""));
        using var paired = await _stranger.Post("/pair/" + offer.Token, "/pair/" + offer.Token, ("Name", "Cuisine"));
        Assert.That(paired.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
    }

    [Test]
    public async Task What_was_forgotten_in_the_form_costs_no_try_and_keeps_the_code()
    {
        var code = Desk.Show().Code;
        for (var time = 0; time < 10; time++)
        {
            using var refused = await _stranger.Post("/pair", "/pair", ("Code", code), ("Name", " "));
            Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("Donnez un nom").And.Contain(code));
        }

        using var paired = await _stranger.Post("/pair", "/pair", ("Code", Desk.Show().CodeInGroups), ("Name", "Cuisine"));
        Assert.That(paired.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
    }

    [Test]
    public async Task Wrong_codes_make_the_next_wait_whichever_offer_it_is_for()
    {
        for (var wrong = 0; wrong < 3; wrong++)
        {
            Assert.That(await TryCode(Other(Desk.Show().Code)), Does.Contain("class=\"wrong\""));
        }

        _kiosk.Time.GoOn(Duration.FromSeconds(29));
        Assert.That(await TryCode(Desk.Show().Code), Does.Contain("class=\"wrong\""), "too soon");
        _kiosk.Time.GoOn(Duration.FromSeconds(1));
        using var paired = await _stranger.Post("/pair", "/pair", ("Code", Desk.Show().Code), ("Name", "Cuisine"));
        Assert.That(paired.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
    }

    [Test]
    public async Task A_code_cut_short_and_a_square_of_before_cost_no_try()
    {
        var over = "/pair/" + Desk.Show().Token;
        var token = await _stranger.TokenOf(over);
        _kiosk.Time.GoOn(Duration.FromMinutes(5));
        var fresh = Desk.Show();
        for (var time = 0; time <= PairingOffer.Tries; time++)
        {
            Assert.That(await TryCode(fresh.Code[1..]), Does.Contain("class=\"wrong\""));
            using var late = await _stranger.Send(token, over, ("Name", "Cuisine"));
            Assert.That(await late.Content.ReadAsStringAsync(), Does.Contain("n’est plus valable"));
        }

        using var paired = await _stranger.Post("/pair", "/pair", ("Code", fresh.Code), ("Name", "Cuisine"));
        Assert.That(paired.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
    }

    /// <summary>Many without a pause, then as many as a patient guesser gets in; staff at work notice nothing.</summary>
    [TestCase(1_000, Category = "Long")]
    [TestCase(10_000, Category = "Everything")]
    public async Task Thousands_of_wrong_PINs_open_nothing_and_lock_nobody_out(int guesses)
    {
        using var screen = _kiosk.Caller();
        using var tablet = _kiosk.StaffCaller();
        for (var pin = 0; pin < guesses; pin++)
        {
            var guess = pin == 2468 ? "0000" : pin.ToString("D4", System.Globalization.CultureInfo.InvariantCulture);
            Assert.That(await PinShowsSquare(screen, guess), Is.False);
        }

        var pins = _kiosk.Services.GetRequiredService<HousePin>();
        Assert.That(await PinShowsSquare(screen, PairedFolder.Pin), Is.False, "too soon");
        Assert.That((await tablet.GetAsync(new Uri("/devices", UriKind.Relative))).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        var waits = new List<Duration>();
        while (waits.Count < GuessBackoff.MostInARow)
        {
            waits.Add(pins.Wait);
            _kiosk.Time.GoOn(pins.Wait);
            Assert.That(await PinShowsSquare(screen, "1357"), Is.False);
        }

        Assert.That(waits, Is.Ordered);
        Assert.That((waits[0], pins.Wait), Is.EqualTo((Duration.FromSeconds(30), Duration.FromDays(1))));
        _kiosk.Time.GoOn(pins.Wait);
        Assert.That(await PinShowsSquare(screen, PairedFolder.Pin), Is.True, "the right one works in the end");
        Assert.That(pins.Wait, Is.EqualTo(Duration.Zero));
    }

    private async Task<string> TryCode(string code)
    {
        using var answer = await _stranger.Post("/pair", "/pair", ("Code", code), ("Name", "Cuisine"));
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<bool> PinShowsSquare(HttpClient screen, string pin)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("pin", pin)]);
        using var answer = await screen.PostAsync(new Uri("/pairing", UriKind.Relative), form);
        return (await answer.Content.ReadAsStringAsync()).Contains("pairing-code", StringComparison.Ordinal);
    }

    private StaffForms Stranger() => new(_kiosk.StaffCaller(new CookieContainer()));

    private static string Other(string code) => code == "123456" ? "654321" : "123456";
}
