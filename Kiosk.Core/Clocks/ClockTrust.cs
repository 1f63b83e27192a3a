using NodaTime;
using NodaTime.Extensions;

namespace Kiosk.Core.Clocks;

/// <summary>By whom the time is known.</summary>
public enum TimeSource
{
    /// <summary>The settings say so, or this is no Linux.</summary>
    Believed,
    Network,

    /// <summary>Somebody with a watch, since the machine was started.</summary>
    Staff,
    Battery,
}

/// <summary>Decides whether the time is known to be right.</summary>
/// <remarks>
/// Each question looks anew at what the system says, so that nothing is counted, copied or published by a clock that jumped since. The
/// time that staff confirmed runs on with the time since the start, so no setting of the machine's clock moves it.
/// </remarks>
public sealed class ClockTrust
{
    /// <summary>This program was written then: no clock that shows an earlier day is right.</summary>
    public static readonly LocalDate Written = new(2026, 11, 1);

    private const int LastYear = 2199; // of the dates that staff may write elsewhere, too

    /// <summary>A battery's clock shows whole seconds and drifts by some in a week; what differs by more is another time.</summary>
    private static readonly Duration BatteryAgrees = Duration.FromMinutes(2);

    private static readonly Duration Jump = Duration.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly bool _checks;
    private readonly DateTimeZone _zone;
    private readonly TimeProvider _time;
    private readonly IMachineClock _machine;
    private readonly ConfirmedTime _confirmed;
    private readonly NewestDay _newest;

    private TimeSource? _by;
    private Instant? _started; // when the machine was, by its clock, as that last was set
    private Instant? _mark; // of timesyncd, as last seen
    private Instant? _staleMark; // one that is older than a jump says nothing of the time after it
    private bool _jumped;

    /// <param name="checks">Whether the machine's clock is believed only when something vouches for it.</param>
    /// <param name="zone">Of the house.</param>
    public ClockTrust(bool checks, DateTimeZone zone, TimeProvider time, IMachineClock machine, ConfirmedTime confirmed, NewestDay newest)
    {
        (_checks, _zone, _time, _machine) = (checks, zone, time, machine);
        (_confirmed, _newest) = (confirmed, newest);
    }

    /// <summary>Raised when the time became known, was lost, is known by another, or was set.</summary>
    public event Action? Changed;

    /// <summary>Null while the time is not known.</summary>
    public TimeSource? By => Look().By;

    /// <summary>Whether somebody may say what time it is: nobody knows better.</summary>
    public bool TakesConfirmation => By is not (TimeSource.Believed or TimeSource.Network);

    private Instant Wall => _time.GetUtcNow().ToInstant();

    /// <summary>Looks at the clock.</summary>
    /// <returns>The time, as it is known or else as the machine says; and by whom it is known, null when it is not.</returns>
    public (Instant Now, TimeSource? By) Look()
    {
        if (!_checks)
        {
            return (Wall, TimeSource.Believed);
        }

        bool tells;
        (Instant Now, TimeSource? By) seen;
        lock (_gate)
        {
            tells = Judge();
            seen = (_by == TimeSource.Staff ? _confirmed.Started!.Value + _machine.SinceStart : Wall, _by);
            if (_by is not null)
            {
                _newest.Keep(seen.Now.InZone(_zone).Date);
            }
        }

        if (tells)
        {
            Changed?.Invoke();
        }

        return seen;
    }

    /// <summary>Somebody says what time it is. It holds until a network knows better, or the machine is started again.</summary>
    /// <returns>False when it can be no time of this kiosk's, or the network knows better.</returns>
    public bool TryConfirm(Instant now)
    {
        var date = now.InZone(_zone).Date;
        if (!TakesConfirmation || date < Written || date.Year > LastYear)
        {
            return false;
        }

        lock (_gate)
        {
            _confirmed.Keep(now - _machine.SinceStart);
            _by = TimeSource.Staff;
        }

        Changed?.Invoke();
        return true;
    }

    /// <returns>Whether open pages are to be told.</returns>
    private bool Judge()
    {
        var (before, jumped) = (_by, HasJumped());
        var mark = _machine.NotedByTimesync;
        if (jumped && mark == _mark)
        {
            _staleMark = mark;
        }

        _mark = mark;
        var synchronized = _machine.KernelIsSynchronized || (mark is not null && mark != _staleMark);
        _jumped = !synchronized && (_jumped || jumped);
        if (synchronized)
        {
            _confirmed.Forget();
        }

        if (_started is null || jumped || synchronized)
        {
            _started = Wall - _machine.SinceStart;
        }

        _by =
            synchronized ? TimeSource.Network
            : _confirmed.Started is not null ? TimeSource.Staff
            : jumped ? null
            : before ?? (IsCarriedByBattery() ? TimeSource.Battery : null);
        return _by != before || (jumped && synchronized);
    }

    /// <summary>Against when it was last set, not last looked at: many small steps are a jump too.</summary>
    private bool HasJumped() => _started is { } started && Wall - _machine.SinceStart - started is var by && (by > Jump || by < -Jump);

    /// <summary>A flat battery says 1970. After a jump somebody has been setting clocks, so the two that agree prove nothing.</summary>
    private bool IsCarriedByBattery() =>
        !_jumped
        && _machine.Battery is { } battery
        && Wall - battery is var by
        && by <= BatteryAgrees
        && by >= -BatteryAgrees
        && Wall.InZone(_zone).Date is var today
        && today >= Written
        && !(today < _newest.Day);
}
