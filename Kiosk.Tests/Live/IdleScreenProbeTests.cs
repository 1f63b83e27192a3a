using Kiosk.App.Live;
using NUnit.Framework;

namespace Kiosk.Tests.Live;

/// <summary>The screen rests only when every open page of it says so, at once, and no tap says otherwise.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class IdleScreenProbeTests : IDisposable
{
    private readonly VisitActivity _visit = new(TimeProvider.System);
    private readonly IdleScreenProbe _screen;

    public IdleScreenProbeTests() => _screen = new IdleScreenProbe(_visit);

    public void Dispose() => _screen.Dispose();

    [Test]
    public async Task It_does_when_its_page_says_so()
    {
        OpenPage(rests: true);
        Assert.That(await _screen.RestsAsync(default));
        Assert.That(await _screen.StillRestsAsync(default));
    }

    [Test]
    public async Task It_does_not_while_no_page_is_open() => Assert.That(await _screen.RestsAsync(default), Is.False);

    [Test]
    public async Task One_page_of_two_that_says_no_is_enough([Values] bool first)
    {
        OpenPage(rests: first);
        OpenPage(rests: !first);
        Assert.That(await _screen.RestsAsync(default), Is.False);
    }

    [Test]
    public async Task A_page_that_went_away_is_not_waited_for()
    {
        OpenPage(rests: true);
        _screen.Hear().Dispose();
        Assert.That(await _screen.RestsAsync(default));
    }

    [Test]
    public async Task A_page_that_says_nothing_does_not_rest()
    {
        OpenPage(rests: true);
        _screen.Hear();
        Assert.That(await _screen.RestsAsync(default), Is.False);
    }

    [Test]
    public async Task An_answer_to_an_earlier_question_is_none()
    {
        _screen.Hear();
        _screen.Asked += (_, question) => _screen.Answer(question == "1" ? "0" : "1", rests: true);
        Assert.That(await _screen.RestsAsync(default), Is.False);
    }

    [Test]
    public async Task A_tap_that_arrived_says_otherwise_whatever_the_page_says()
    {
        OpenPage(rests: true);
        _visit.Touch();
        Assert.That(await _screen.RestsAsync(default), Is.False);
        _visit.End();
        Assert.That(await _screen.RestsAsync(default));
    }

    private void OpenPage(bool rests)
    {
        _screen.Hear();
        _screen.Asked += (_, question) => _screen.Answer(question, rests);
    }
}
