using Kiosk.App.Clocks;
using Kiosk.App.Hosting;
using Kiosk.Core.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kiosk.Tests.Support;

/// <summary>The parts of the kiosk's clock, put together as the program does.</summary>
internal static class HouseClocks
{
    /// <summary>One that takes the machine's time for right.</summary>
    public static HouseClock Believing(TimeProvider time, DataFolder folder) =>
        Of(new KioskSettings(), Trust(new KioskSettings(), time, new ManualMachine(time), folder));

    public static ClockTrust Checking(TimeProvider time, ManualMachine machine, DataFolder folder, string? runtimeFolder = null) =>
        Trust(new KioskSettings { Clock = KioskSettings.CheckClock }, time, machine, folder, runtimeFolder);

    public static HouseClock Of(ClockTrust trust) => Of(new KioskSettings(), trust);

    private static HouseClock Of(KioskSettings settings, ClockTrust trust) => new(trust, settings);

    private static ClockTrust Trust(
        KioskSettings settings,
        TimeProvider time,
        ManualMachine machine,
        DataFolder folder,
        string? runtimeFolder = null
    ) => new(settings, time, machine, new ConfirmedTime(runtimeFolder, machine), new NewestDay(folder, NullLogger<NewestDay>.Instance));
}
