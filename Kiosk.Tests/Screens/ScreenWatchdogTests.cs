using Kiosk.App.Display;
using Kiosk.App.Hosting;
using Kiosk.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace Kiosk.Tests.Screens;

/// <summary>A screen that was heard and falls silent is started anew.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ScreenWatchdogTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kiosk-test-");
    private readonly FakeTimeProvider _time = new();
    private readonly ScreenWatchdog _heartbeat;

    public ScreenWatchdogTests() =>
        _heartbeat = new ScreenWatchdog(
            _time,
            new RuntimeFolder(_folder.FullName, NullLogger<RuntimeFolder>.Instance),
            NullLogger<ScreenWatchdog>.Instance
        );

    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public void A_screen_that_never_told_anything_is_asked_for_after_three_minutes() =>
        Assert.That(AskedWithin(minutes: 30), Is.EqualTo(new[] { 3, 9, 19, 29 }));

    [Test]
    public void One_that_was_switched_on_has_three_minutes_again()
    {
        _heartbeat.Expect(isOn: false);
        AskedWithin(minutes: 30);
        _heartbeat.Expect(isOn: true);
        Assert.That(AskedWithin(minutes: 4), Is.EqualTo(new[] { 3 }));
    }

    [Test]
    public void It_is_asked_for_once_and_then_with_growing_patience_up_to_ten_minutes()
    {
        _heartbeat.Hear();
        Assert.That(AskedWithin(minutes: 40), Is.EqualTo(new[] { 1, 3, 7, 15, 25, 35 })); // minutes: 1, then 2, 4, 8, 10, 10 more
    }

    [Test]
    public void A_screen_that_came_back_is_missed_as_soon_as_the_first_time()
    {
        _heartbeat.Hear();
        Assert.That(AskedWithin(minutes: 8), Is.EqualTo(new[] { 1, 3, 7 }));
        _heartbeat.Hear();
        Assert.That(AskedWithin(minutes: 2), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public void One_that_goes_on_telling_is_never_started_anew()
    {
        for (var minute = 0; minute < 60; minute++)
        {
            _heartbeat.Hear();
            _time.Advance(TimeSpan.FromSeconds(59));
            _heartbeat.Look();
        }

        Assert.That(Wish, Is.Null);
        Assert.That(_heartbeat.State, Is.EqualTo(ScreenState.Seen));
    }

    [Test]
    public void One_that_was_switched_off_is_not_missed()
    {
        _heartbeat.Hear();
        _heartbeat.Expect(isOn: false);
        Assert.That(AskedWithin(minutes: 60), Is.Empty);
    }

    [Test]
    public void Its_state_says_whether_it_was_heard()
    {
        Assert.That(_heartbeat.Word, Is.EqualTo("never"));
        _heartbeat.Hear();
        Assert.That(_heartbeat.Word, Is.EqualTo("seen"));
        _time.Advance(ScreenWatchdog.SilentAfter);
        Assert.That(_heartbeat.Word, Is.EqualTo("silent"));
    }

    [Test]
    public async Task The_page_on_a_real_screen_tells()
    {
        using var kiosk = KioskHost.Start();
        using var caller = kiosk.Caller();
        Assert.That(await caller.GetStringAsync(new Uri("/health", UriKind.Relative)), Does.Contain("\"screen\":{\"state\":\"never\"}"));
        using var answer = await caller.PostAsync(new Uri("/alive", UriKind.Relative), null);
        Assert.That(answer.StatusCode, Is.EqualTo(System.Net.HttpStatusCode.NoContent));
        Assert.That(await caller.GetStringAsync(new Uri("/health", UriKind.Relative)), Does.Contain("\"screen\":{\"state\":\"seen\"}"));
    }

    private string? Wish =>
        File.Exists(Path.Combine(_folder.FullName, "screen")) ? File.ReadAllText(Path.Combine(_folder.FullName, "screen")) : null;

    /// <summary>The minutes at which it was asked for, looked at every five seconds.</summary>
    private List<int> AskedWithin(int minutes)
    {
        var asked = new List<int>();
        for (var seconds = 5; seconds <= minutes * 60; seconds += 5)
        {
            _time.Advance(TimeSpan.FromSeconds(5));
            _heartbeat.Look();
            if (Wish is { } wish)
            {
                Assert.That(wish, Is.EqualTo("restart"));
                File.Delete(Path.Combine(_folder.FullName, "screen"));
                asked.Add(seconds / 60);
            }
        }

        return asked;
    }
}
