using System.Net;
using Kiosk.App.Live;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Kiosk.Tests.Visitor;

/// <summary>A tap that is refused changes nothing: neither the counts nor the visit that goes on, nor the bell of whoever waits.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RefusedTapTests : IDisposable
{
    private readonly KioskHost _kiosk = KioskHost.Start();
    private readonly HttpClient _caller;
    private readonly IDisposable _tablet;
    private readonly Bell _bell;
    private readonly VisitActivity _visit;

    public RefusedTapTests()
    {
        _caller = _kiosk.Caller();
        (_bell, _visit) = (_kiosk.Services.GetRequiredService<Bell>(), _kiosk.Services.GetRequiredService<VisitActivity>());
        _tablet = _bell.Hear();
    }

    public void Dispose()
    {
        _tablet.Dispose();
        _caller.Dispose();
        _kiosk.Dispose();
    }

    [TestCase("visit/ended-nowhere")]
    [TestCase("visit/ended-")]
    [TestCase("visit/ended-idle", "topic/nowhere")]
    [TestCase("topic/nowhere", "visit/ended-start-over")]
    public async Task A_refused_tap_ends_nothing(params string[] cells)
    {
        Assert.That(await Tap("help/person"), Is.EqualTo(HttpStatusCode.NoContent));
        _bell.Ring();
        Assert.That(await Tap(cells), Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(_bell.State, Is.EqualTo(BellState.Rings));
        Assert.That(_visit.IsActive);
    }

    [TestCase("topic/nowhere")]
    [TestCase]
    public async Task A_refused_tap_begins_nothing(params string[] cells)
    {
        Assert.That(await Tap(cells), Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(_visit.IsActive, Is.False);
    }

    [Test]
    public async Task The_end_of_a_visit_ends_it()
    {
        await Tap("help/person");
        _bell.Ring();
        Assert.That(await Tap("visit/ended-idle"), Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(_bell.State, Is.EqualTo(BellState.Silent));
        Assert.That(_visit.IsActive, Is.False);
    }

    private async Task<HttpStatusCode> Tap(params string[] cells)
    {
        using var form = new FormUrlEncodedContent(cells.Select(cell => KeyValuePair.Create("cell", cell)));
        using var answer = await _caller.PostAsync(new Uri("/tap", UriKind.Relative), form);
        return answer.StatusCode;
    }
}
