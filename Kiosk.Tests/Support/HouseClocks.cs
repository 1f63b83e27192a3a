using Kiosk.App.Hosting;
using Kiosk.Core.Clocks;
using Kiosk.Core.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Kiosk.Tests.Support;

/// <summary>The parts of the kiosk's clock, put together as the program does.</summary>
internal static class HouseClocks
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb[new KioskSettings().TimeZone];

    /// <summary>One that takes the machine's time for right.</summary>
    public static HouseClock Believing(TimeProvider time, DataFolder folder) => Of(Trust(false, time, new ManualMachine(time), folder));

    public static ClockTrust Checking(TimeProvider time, ManualMachine machine, DataFolder folder, string? runtimeFolder = null) =>
        Trust(true, time, machine, folder, runtimeFolder);

    public static HouseClock Of(ClockTrust trust) => new(trust, Zone);

    private static ClockTrust Trust(
        bool checks,
        TimeProvider time,
        ManualMachine machine,
        DataFolder folder,
        string? runtimeFolder = null
    ) => new(checks, Zone, time, machine, new ConfirmedTime(runtimeFolder, machine), new NewestDay(folder, NullLogger<NewestDay>.Instance));
}
