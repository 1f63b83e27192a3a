using System.Globalization;
using Kiosk.App.Hosting;
using Kiosk.App.Live;
using Kiosk.Core.Clocks;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses;
using NodaTime;

namespace Kiosk.App.Display;

/// <summary>
/// Asks for the screen to be off while nobody can come, and on again before the first may, as <c>Kiosk:ScreenOff</c> wants it.
/// </summary>
/// <remarks>
/// Never off while somebody touches it, or while the time is not known to be right: a screen that is dark by mistake helps nobody.
/// </remarks>
public sealed class ScreenSchedule
{
    private readonly CurrentHouse _house;
    private readonly Func<ZonedDateTime?> _now;
    private readonly RuntimeFolder _runtime;
    private readonly ScreenWatchdog _heartbeat;
    private readonly VisitActivity _visit;
    private readonly ScreenHours? _hours;
    private bool? _isOn; // unknown after a start: who started before may have switched it off

    public ScreenSchedule(
        KioskSettings settings,
        CurrentHouse house,
        HouseClock clock,
        RuntimeFolder runtime,
        ScreenWatchdog heartbeat,
        VisitActivity visit
    )
        : this(settings, house, () => clock.Known, runtime, heartbeat, visit) { }

    /// <param name="now">Null while the time is not known.</param>
    internal ScreenSchedule(
        KioskSettings settings,
        CurrentHouse house,
        Func<ZonedDateTime?> now,
        RuntimeFolder runtime,
        ScreenWatchdog heartbeat,
        VisitActivity visit
    )
    {
        (_house, _now, _runtime, _heartbeat, _visit) = (house, now, runtime, heartbeat, visit);
        _hours = int.TryParse(settings.ScreenOff, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            ? new ScreenHours(Duration.FromMinutes(minutes))
            : null;
    }

    public void Look()
    {
        if (_hours is null)
        {
            return;
        }

        var wanted = _now() is not { } now || _hours.Wants(_house.Current, now) || _visit.IsActive;
        if (wanted != _isOn && _runtime.Ask(wanted ? ScreenCommand.On : ScreenCommand.Off))
        {
            _isOn = wanted;
            _heartbeat.Expect(wanted);
        }
    }
}
