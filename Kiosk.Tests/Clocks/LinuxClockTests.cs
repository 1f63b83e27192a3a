using System.Diagnostics;
using System.Globalization;
using Kiosk.Core.Clocks;
using NUnit.Framework;

namespace Kiosk.Tests.Clocks;

/// <summary>The real machine answers, and says what others say of it.</summary>
[Platform("Linux")]
internal sealed class LinuxClockTests
{
    private readonly LinuxClock _clock = new();

    /// <summary>We ask by what the call returns; here the bit itself is read (STA_UNSYNC, after an int, padding and four longs).</summary>
    [Test]
    public void The_kernel_says_whether_it_is_synchronized() =>
        Assert.That(
            _clock.KernelIsSynchronized.ToString(),
            Is.EqualTo(
                Python(
                    "import ctypes as c; b = c.create_string_buffer(256); w = c.sizeof(c.c_long); r = c.CDLL(None).adjtimex(b); "
                        + "print(r != -1 and not int.from_bytes(b.raw[5*w:5*w+4], 'little') & 0x40)"
                )
            )
        );

    [Test]
    public void The_time_since_the_start_is_the_uptime()
    {
        var before = Uptime();
        var between = _clock.SinceStart.TotalSeconds;
        Assert.That(between, Is.InRange(before - 0.02, Uptime() + 0.02), "uptime is written in hundredths");
    }

    [Test]
    public void The_start_is_told_by_its_id() =>
        Assert.That(_clock.Boot, Is.EqualTo(Python("print(open('/proc/sys/kernel/random/boot_id').read().strip())")));

    [Test]
    public void The_marks_of_timesyncd_and_of_a_battery_are_those_of_the_machine()
    {
        Assert.That(_clock.NotedByTimesync is not null, Is.EqualTo(File.Exists("/run/systemd/timesync/synchronized")));
        Assert.That(
            _clock.Battery is not null,
            Is.EqualTo(File.Exists("/sys/class/rtc/rtc0/hctosys") && File.ReadAllText("/sys/class/rtc/rtc0/hctosys").Trim() == "1")
        );
    }

    private static double Uptime() => double.Parse(File.ReadAllText("/proc/uptime").Split(' ')[0], CultureInfo.InvariantCulture);

    private static string Python(string script)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", ["-c", script]) { RedirectStandardOutput = true })!;
        return python.StandardOutput.ReadToEnd().Trim();
    }
}
