using System.Runtime.Versioning;
using Kiosk.App.Display;
using Kiosk.App.Hosting;
using Kiosk.App.Live;
using Kiosk.Core.Editing;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Screens;

/// <summary>What the screen's unit is asked for over a day of the demo house, which has games until eight on that Friday.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ScreenScheduleTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kiosk-test-");
    private readonly FakeTimeProvider _time = StandingTime.At("2026-11-20 19:00");
    private readonly VisitActivity _visit = new(TimeProvider.System);
    private readonly ScreenWatchdog _heartbeat;
    private readonly RuntimeFolder _runtime;
    private bool _timeIsKnown = true;

    public ScreenScheduleTests()
    {
        _runtime = new RuntimeFolder(_folder.FullName, NullLogger<RuntimeFolder>.Instance);
        _heartbeat = new ScreenWatchdog(TimeProvider.System, _runtime, NullLogger<ScreenWatchdog>.Instance);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public void It_goes_off_after_the_last_hour_and_on_before_the_first_each_once()
    {
        var it = Switch("30");
        Assert.That(
            AskedAt(
                it,
                "2026-11-20 19:00",
                "2026-11-20 20:29",
                "2026-11-20 20:30",
                "2026-11-20 23:00",
                "2026-11-21 09:29",
                "2026-11-21 09:30",
                "2026-11-21 12:00"
            ),
            Is.EqualTo(new[] { "on", null, "off", null, null, "on", null })
        );
    }

    [Test]
    public void It_never_goes_off_while_somebody_touches_it()
    {
        var it = Switch("0");
        _visit.Touch();
        Assert.That(AskedAt(it, "2026-11-20 20:00"), Is.EqualTo(new[] { "on" }));
        _visit.End();
        Assert.That(AskedAt(it, "2026-11-20 20:01"), Is.EqualTo(new[] { "off" }));
        _visit.Touch();
        Assert.That(AskedAt(it, "2026-11-20 20:02"), Is.EqualTo(new[] { "on" }));
    }

    [Test]
    public void It_never_goes_off_while_the_time_is_not_known()
    {
        _timeIsKnown = false;
        var it = Switch("30");
        Assert.That(AskedAt(it, "2026-11-20 03:00"), Is.EqualTo(new[] { "on" }));
        _timeIsKnown = true;
        Assert.That(AskedAt(it, "2026-11-20 03:01"), Is.EqualTo(new[] { "off" }));
    }

    [Test]
    public void With_never_nothing_is_asked_for() =>
        Assert.That(AskedAt(Switch("never"), "2026-11-20 19:00", "2026-11-20 23:00"), Is.EqualTo(new string?[] { null, null }));

    /// <summary>The kiosk's unit has <c>UMask=0077</c>: what it creates is its own.</summary>
    [Test, Platform(Exclude = "Win"), UnsupportedOSPlatform("windows")]
    public void Everybody_may_read_the_word()
    {
        var file = Path.Combine(_folder.FullName, "screen");
        File.WriteAllText(file, "");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _runtime.Ask(ScreenCommand.Off);
        Assert.That(File.GetUnixFileMode(file), Is.EqualTo((UnixFileMode)Convert.ToInt32("644", 8)));
    }

    [Test]
    public void A_screen_that_is_off_is_not_missed()
    {
        _heartbeat.Hear();
        AskedAt(Switch("30"), "2026-11-20 23:00");
        Assert.That(_heartbeat.State, Is.EqualTo(ScreenState.Never));
    }

    private ScreenSchedule Switch(string screenOff)
    {
        var settings = new KioskSettings { ScreenOff = screenOff };
        return new ScreenSchedule(
            settings,
            new CurrentHouse(DemoHouse.Whole, NullLogger<CurrentHouse>.Instance),
            () => _timeIsKnown ? Now() : null,
            _runtime,
            _heartbeat,
            _visit
        );
    }

    private ZonedDateTime Now() => Instant.FromDateTimeOffset(_time.GetUtcNow()).InZone(DateTimeZoneProviders.Tzdb["Europe/Brussels"]);

    /// <summary>What was asked for at each moment; null when nothing was.</summary>
    private List<string?> AskedAt(ScreenSchedule it, params string[] moments)
    {
        var file = Path.Combine(_folder.FullName, "screen");
        return
        [
            .. moments.Select(moment =>
            {
                _time.StandAt(moment);
                it.Look();
                var asked = File.Exists(file) ? File.ReadAllText(file) : null;
                File.Delete(file);
                return asked;
            }),
        ];
    }
}
