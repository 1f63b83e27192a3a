using Kiosk.Core.Clocks;
using Kiosk.Tests.Services;
using Kiosk.Tests.Storage;
using Kiosk.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Clocks;

/// <summary>Who vouches for the time, and what takes that back.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ClockTrustTests : IDisposable
{
    private const string Friday = "2026-11-20 14:20";

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _runtime = new();
    private readonly FakeTimeProvider _time = StandingTime.At(Friday);
    private readonly ManualMachine _machine;
    private ClockTrust _trust;
    private int _told;

    public ClockTrustTests()
    {
        _machine = new ManualMachine(_time);
        StartProgram();
    }

    public void Dispose()
    {
        _runtime.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void A_time_that_nothing_vouches_for_is_not_known()
    {
        Assert.That(_trust.By, Is.Null);
        Assert.That(HouseClocks.Of(_trust).Known, Is.Null);
        Assert.That(HouseClocks.Of(_trust).Presumed, Is.EqualTo(Brussels.At(Friday)));
    }

    [Test]
    public void It_is_known_once_the_kernel_is_synchronized()
    {
        _machine.KernelIsSynchronized = true;
        Assert.That(_trust.By, Is.EqualTo(TimeSource.Network));
        Assert.That(HouseClocks.Of(_trust).Known, Is.EqualTo(Brussels.At(Friday)));
    }

    /// <summary>After some nine hours without its service the kernel calls itself unsynchronized; the time is none the worse.</summary>
    [Test]
    public void It_stays_known_when_the_network_goes()
    {
        Synchronized();
        _machine.KernelIsSynchronized = false;
        _machine.GoOn(Duration.FromHours(12));
        Assert.That(_trust.By, Is.EqualTo(TimeSource.Network));
    }

    [Test]
    public void The_mark_of_timesyncd_is_enough()
    {
        _machine.Synchronize(Friday);
        _machine.KernelIsSynchronized = false; // as where the call is forbidden
        Assert.That(_trust.By, Is.EqualTo(TimeSource.Network));
    }

    [TestCase("2026-11-20 14:21", TimeSource.Battery, TestName = "{m}: it agrees")]
    [TestCase("2026-11-20 14:23", null, TestName = "{m}: three minutes off")]
    [TestCase("1970-01-01 01:00", null, TestName = "{m}: flat")]
    public void A_battery_carries_the_time_when_it_agrees_with_the_machine(string battery, TimeSource? by)
    {
        _machine.Battery = Brussels.At(battery).ToInstant();
        Assert.That(_trust.By, Is.EqualTo(by));
    }

    [Test]
    public void A_flat_battery_that_the_machine_follows_is_not_believed()
    {
        StartMachine("1970-01-01 01:00");
        _machine.Battery = Brussels.At("1970-01-01 01:00").ToInstant();
        Assert.That(_trust.By, Is.Null);
    }

    [TestCase("2026-11-19 23:59", null)]
    [TestCase("2026-11-20 00:01", TimeSource.Battery)]
    public void A_battery_is_not_believed_on_a_day_before_the_newest_that_was_known(string then, TimeSource? by)
    {
        Synchronized();
        StartMachine(then);
        _machine.Battery = Brussels.At(then).ToInstant();
        Assert.That(_trust.By, Is.EqualTo(by));
    }

    [Test]
    public void A_day_too_far_that_staff_confirmed_is_put_right_by_the_network()
    {
        Assert.That(_trust.TryConfirm(Brussels.At("2031-11-20 14:23").ToInstant()));
        Assert.That(_trust.By, Is.EqualTo(TimeSource.Staff));
        Synchronized();
        StartMachine("2026-11-21 09:00");
        _machine.Battery = Brussels.At("2026-11-21 09:00").ToInstant();
        Assert.That(_trust.By, Is.EqualTo(TimeSource.Battery));
    }

    [TestCase("")]
    [TestCase("yesterday")]
    [TestCase("2026-13-45")]
    public void A_damaged_note_of_the_newest_day_is_none(string left)
    {
        File.WriteAllText(_folder.Data.NewestDay, left);
        _machine.Battery = Brussels.At(Friday).ToInstant();
        Assert.That(_trust.By, Is.EqualTo(TimeSource.Battery));
        Assert.That(File.ReadAllText(_folder.Data.NewestDay), Is.EqualTo("2026-11-20"));
    }

    [TestCase("2026-11-20 14:22", TestName = "{m}: two minutes forward")]
    [TestCase("2026-11-20 14:18", TestName = "{m}: two minutes back")]
    [TestCase("2061-01-01 00:00", TestName = "{m}: far ahead")]
    [TestCase("1970-01-01 01:00", TestName = "{m}: far back")]
    public void A_jump_that_nobody_vouches_for_loses_the_trust(string to)
    {
        Synchronized();
        _machine.SetByHand(to);
        Assert.That(_trust.By, Is.Null);
        _machine.GoOn(Duration.FromHours(1));
        Assert.That(_trust.By, Is.Null, "and it does not come back by itself");
        Assert.That(_told, Is.EqualTo(2), "won and lost");
    }

    [Test]
    public void A_jump_loses_what_the_battery_carried_also_when_the_battery_is_set_with_it()
    {
        _machine.Battery = Brussels.At(Friday).ToInstant();
        Assert.That(_trust.By, Is.EqualTo(TimeSource.Battery));
        _machine.SetByHand("2026-12-24 09:00");
        _machine.Battery = Brussels.At("2026-12-24 09:00").ToInstant(); // hwclock -w
        Assert.That(_trust.By, Is.Null);
        Assert.That(_trust.By, Is.Null);
    }

    [Test]
    public void A_minute_is_no_jump_but_many_such_steps_are()
    {
        Synchronized();
        _machine.SetByHand("2026-11-20 14:21");
        Assert.That(_trust.By, Is.EqualTo(TimeSource.Network));
        _machine.SetByHand("2026-11-20 14:22");
        Assert.That(_trust.By, Is.Null);
    }

    [TestCase("2026-11-23 08:00")]
    [TestCase("2026-11-18 08:00")]
    public void A_jump_by_synchronization_is_taken_and_told(string to)
    {
        Synchronized();
        _machine.Synchronize(to);
        Assert.That(HouseClocks.Of(_trust).Known, Is.EqualTo(Brussels.At(to)));
        Assert.That(_told, Is.EqualTo(2), "won and set");
    }

    [Test]
    public void A_mark_of_timesyncd_from_before_a_jump_vouches_for_nothing_after_it()
    {
        _machine.Synchronize(Friday);
        Assert.That(_trust.By, Is.EqualTo(TimeSource.Network));
        _machine.SetByHand("2026-12-24 09:00");
        Assert.That(_trust.By, Is.Null);
        _machine.GoOn(Duration.FromMinutes(5));
        Assert.That(_trust.By, Is.Null);
        _machine.Synchronize("2026-11-20 14:25");
        _machine.KernelIsSynchronized = false;
        Assert.That(_trust.By, Is.EqualTo(TimeSource.Network));
    }

    [Test]
    public void A_time_that_staff_confirmed_runs_on_and_no_setting_of_the_machine_moves_it()
    {
        StartMachine("2023-04-05 06:07");
        Confirm("2026-11-20 14:23");
        _machine.GoOn(Duration.FromHours(3));
        _machine.SetByHand("2061-01-01 00:00");
        Assert.That(HouseClocks.Of(_trust).Known, Is.EqualTo(Brussels.At("2026-11-20 17:23")));
        Assert.That(_trust.By, Is.EqualTo(TimeSource.Staff));
    }

    [Test]
    public void The_network_knows_better_than_staff_and_is_not_contradicted()
    {
        Confirm("2026-11-20 14:43");
        _machine.Synchronize("2026-11-20 14:24");
        Assert.That(HouseClocks.Of(_trust).Known, Is.EqualTo(Brussels.At("2026-11-20 14:24")));
        Assert.That(_trust.TryConfirm(Brussels.At("2026-11-20 14:43").ToInstant()), Is.False);
        StartProgram();
        Assert.That(_trust.By, Is.EqualTo(TimeSource.Network), "what staff said is forgotten");
        Assert.That(Directory.EnumerateFiles(_runtime.Data.Root, "confirmed*"), Is.Empty);
    }

    [TestCase(false)]
    [TestCase(true, TestName = "{m}: where the machine's start has no id to be read")]
    public void What_staff_confirmed_lasts_over_a_restart_of_the_program_and_not_of_the_machine(bool hidden)
    {
        if (hidden)
        {
            _machine.HideBoot();
        }

        StartMachine("2023-04-05 06:07");
        _machine.GoOn(Duration.FromHours(1));
        Confirm("2026-11-20 14:23");
        _machine.GoOn(Duration.FromMinutes(10));
        StartProgram();
        Assert.That(HouseClocks.Of(_trust).Known, Is.EqualTo(Brussels.At("2026-11-20 14:33")));
        StartMachine("2023-04-05 06:07");
        Assert.That(_trust.By, Is.Null);
    }

    [Test]
    public void A_note_of_another_start_is_told_by_its_id_where_both_ran_as_long()
    {
        Confirm("2026-11-20 14:23");
        StartMachine("2026-11-20 14:24");
        Assert.That(_trust.By, Is.Null);
    }

    [TestCase("")]
    [TestCase("first")]
    [TestCase("first\nsoon\n1\n")]
    [TestCase("first\n99999999999999999\n1\n")]
    public void A_damaged_note_of_what_staff_confirmed_is_none(string left)
    {
        File.WriteAllText(Path.Combine(_runtime.Data.Root, "confirmed-time"), left);
        StartProgram();
        Assert.That(_trust.By, Is.Null);
    }

    [TestCase("2026-10-31 14:23")]
    [TestCase("2200-01-01 14:23")]
    public void What_can_be_no_time_of_this_kiosk_is_not_taken(string said)
    {
        Assert.That(_trust.TryConfirm(Brussels.At(said).ToInstant()), Is.False);
        Assert.That(_trust.By, Is.Null);
    }

    private void Synchronized()
    {
        _machine.KernelIsSynchronized = true;
        Assert.That(_trust.By, Is.EqualTo(TimeSource.Network));
    }

    private void Confirm(string said)
    {
        Assert.That(_trust.TryConfirm(Brussels.At(said).ToInstant()));
        Assert.That(HouseClocks.Of(_trust).Known, Is.EqualTo(Brussels.At(said)));
    }

    private void StartMachine(string shows)
    {
        _machine.StartAgain(shows);
        StartProgram();
    }

    [System.Diagnostics.CodeAnalysis.MemberNotNull(nameof(_trust))]
    private void StartProgram()
    {
        _trust = HouseClocks.Checking(_time, _machine, _folder.Data, _runtime.Data.Root);
        _trust.Changed += () => _told++;
    }
}
