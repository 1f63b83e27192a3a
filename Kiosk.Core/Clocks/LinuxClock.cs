using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;
using NodaTime.Extensions;

namespace Kiosk.Core.Clocks;

/// <summary>Asks Linux and systemd; what may not be read or asked says nothing for the time.</summary>
public sealed class LinuxClock : IMachineClock
{
    private const string TimesyncMark = "/run/systemd/timesync/synchronized"; // systemd-timesyncd.service(8)
    private const string FirstClock = "/sys/class/rtc/rtc0"; // Documentation/ABI/testing/sysfs-class-rtc

    private const int Unsynchronized = 5; // TIME_ERROR: STA_UNSYNC or STA_CLOCKERR is set, adjtimex(2)
    private const int Failed = -1;
    private const int SinceBoot = 7; // CLOCK_BOOTTIME, linux/time.h
    private const int TimexBytes = 256; // struct timex has 208 bytes where long has 64 bits, 128 where it has 32

    public bool KernelIsSynchronized => AskKernel(new byte[TimexBytes]) is not (Failed or Unsynchronized); // modes = 0: nothing is set

    public Instant? NotedByTimesync =>
        File.Exists(TimesyncMark) ? new DateTimeOffset(File.GetLastWriteTimeUtc(TimesyncMark), TimeSpan.Zero).ToInstant() : null;

    public Instant? Battery =>
        ReadLine(FirstClock + "/hctosys") == "1"
        && long.TryParse(ReadLine(FirstClock + "/since_epoch"), CultureInfo.InvariantCulture, out var seconds)
            ? Instant.FromUnixTimeSeconds(seconds)
            : null;

    public Duration SinceStart
    {
        get
        {
            var time = new nint[2]; // struct timespec: seconds, nanoseconds
            return AskTime(SinceBoot, time) == Failed
                ? throw new InvalidOperationException($"clock_gettime(CLOCK_BOOTTIME) failed: {Marshal.GetLastPInvokeError()}")
                : Duration.FromSeconds((long)time[0]) + Duration.FromNanoseconds((long)time[1]);
        }
    }

    public string? Boot => ReadLine("/proc/sys/kernel/random/boot_id");

    private static string? ReadLine(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [DllImport("libc.so.6", EntryPoint = "adjtimex", SetLastError = true)]
    private static extern int AskKernel([In, Out] byte[] timex);

    [DllImport("libc.so.6", EntryPoint = "clock_gettime", SetLastError = true)]
    private static extern int AskTime(int clock, [In, Out] nint[] time);
}
