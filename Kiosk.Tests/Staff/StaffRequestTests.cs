using System.Net;
using Kiosk.Core.Devices;
using Kiosk.Core.Houses;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Staff;

/// <summary>What staff's pages answer without a browser.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class StaffRequestTests : IDisposable
{
    private readonly KioskHost _kiosk = KioskHost.Start();
    private readonly StaffForms _tablet;

    public StaffRequestTests() => _tablet = new StaffForms(_kiosk.StaffCaller(Role.Staff));

    public void Dispose()
    {
        _tablet.Dispose();
        _kiosk.Dispose();
    }

    [TestCase("/?day=9999-12-31")]
    [TestCase("/?day=-9998-01-01")]
    [TestCase("/week?from=9999-12-31")]
    [TestCase("/week?from=-9998-01-01")]
    [TestCase("/extra?day=9999-12-31")]
    public async Task A_day_at_the_end_of_all_days_is_today(string address)
    {
        using var answer = await _tablet.Caller.GetAsync(new Uri(address, UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("2026-11-23", "23 – 29 novembre 2026")]
    [TestCase("2026-11-30", "30 novembre – 6 décembre 2026")]
    [TestCase("2026-12-28", "28 décembre 2026 – 3 janvier 2027")]
    public async Task A_week_over_the_end_of_a_month_names_both(string monday, string title) =>
        Assert.That(
            WebUtility.HtmlDecode(await _tablet.Caller.GetStringAsync(new Uri($"/week?from={monday}", UriKind.Relative))),
            Does.Contain(title)
        );

    /// <summary>It is Friday 20 November 2026.</summary>
    [TestCase("until", "2026-11-19", "wrong-day")]
    [TestCase("until", "2027-11-22", "wrong-day")]
    [TestCase("until", "", "wrong-day")]
    [TestCase("from", "", "time")]
    public async Task A_closing_without_a_day_or_a_time_that_can_be_is_asked_again(string how, string day, string kind)
    {
        using var answer = await _tablet.Post(
            "/closing",
            "/closing",
            ("how", how),
            ("reason", "Panne de chauffage"),
            ("day", day),
            ("time", "")
        );
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.That(
            page,
            Does.Contain(kind == "time" ? "role=\"alert\"" : "Choisissez aujourd’hui ou un jour des douze mois")
                .And.Contain("Panne de chauffage")
        );
        Assert.That(_kiosk.House.Profile.Closures, Has.None.Property(nameof(Core.Services.Closure.Unforeseen)).True);
    }

    [Test]
    public async Task An_extra_is_told_where_it_will_be_and_not_taken_while_the_house_is_closed()
    {
        using var tomorrow = await Extra("2026-11-21");
        var page = WebUtility.HtmlDecode(await _tablet.Caller.GetStringAsync(tomorrow.Headers.Location!));
        Assert.That(page, Does.Contain("La borne le montre ce jour-là."));
        (await _tablet.Post("/closing", "/closing", ("how", "until"), ("day", "2026-11-22"))).Dispose();
        using var refused = await Extra("2026-11-22");
        Assert.That(WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), Does.Contain("rouvrez-la d’abord"));
        Assert.That(
            _kiosk.House.ProgrammeOn(Services.Brussels.Date("2026-11-21"), Services.Brussels.At("2026-11-20 14:20")).Occurrences,
            Is.Empty
        );
    }

    private Task<HttpResponseMessage> Extra(string day) =>
        _tablet.Post(
            "/extra",
            "/extra",
            ("day", day),
            ("starts", "12:00"),
            ("ends", "13:00"),
            ("name", "Soupe"),
            ("pictogram", "party"),
            ("room", _kiosk.House.Rooms[0].Id)
        );

    /// <summary>A page that stayed open for so long that what it showed is forgotten.</summary>
    [Test]
    public async Task Who_checks_an_entry_that_is_another_by_now_is_asked()
    {
        using var answer = await _tablet.Post("/guide/services/teeth", "/guide/services/teeth?handler=Checked", ("version", "99"));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("handler=Choose"));
    }

    [Test]
    public async Task The_newest_notice_is_the_first_also_when_older_ones_went()
    {
        var first = await Notice();
        var second = await Notice();
        await Notice();
        foreach (var id in new[] { first, second })
        {
            (await _tablet.Post("/notice", "/notice?handler=Down", ("id", id))).Dispose();
        }

        var known = _kiosk.House.Notices.Select(notice => notice.Id).ToList();
        await Notice();
        Assert.That(known, Does.Not.Contain(_kiosk.House.Notices[0].Id));
    }

    /// <returns>The id of the one that visitors see first.</returns>
    private async Task<string> Notice()
    {
        (await _tablet.Post("/notice", "/notice?handler=Ready", ("phrase", "notice.back-soon"))).Dispose();
        return _kiosk.House.Notices[0].Id;
    }
}
