using Kiosk.App.Shared;
using Kiosk.App.Shared.Clocks;
using Kiosk.Core.Storage;
using Kiosk.Core.Storage.Backups;
using NodaTime;

namespace Kiosk.App.Setup;

/// <summary>The commands <c>backup FILE</c> and <c>restore FILE</c>.</summary>
internal static class Backups
{
    public static int Write(Arguments arguments) =>
        Do(
            arguments,
            settings =>
            {
                FolderUse.Look(settings, arguments.Command);
                var file = Backup.Write(new DataFolder(settings.Data), arguments.Options[Arguments.File], Health.Version, Now(settings));
                Console.WriteLine(
                    $"{file}: {new FileInfo(file).Length / 1000} kB. It holds the house, its counts of whole days and its "
                        + "drawings; no tablets, no PIN."
                );
            }
        );

    public static int Restore(Arguments arguments) =>
        Do(
            arguments,
            settings =>
            {
                var aside = Restoring.Apply(
                    arguments.Options[Arguments.File],
                    Path.GetFullPath(settings.Data),
                    arguments.Options.ContainsKey(Arguments.Yes),
                    Now(settings).Date
                );
                Console.WriteLine(
                    $"Done: the house is in {Path.GetFullPath(settings.Data)}."
                        + (aside is null ? "" : $" What was there is kept in {aside}.")
                );
            }
        );

    /// <summary>The newest day the kiosk knew is still going on, whatever the machine's clock says: staff may have told the time.</summary>
    private static LocalDateTime Now(KioskSettings settings)
    {
        var now = Instant
            .FromDateTimeOffset(TimeProvider.System.GetUtcNow())
            .InZone(DateTimeZoneProviders.Tzdb[settings.TimeZone])
            .LocalDateTime;
        return settings.Clock == KioskSettings.CheckClock && NewestDay.Read(DataFolder.NewestDayIn(settings.Data)) is { } known
            ? known + now.TimeOfDay
            : now;
    }

    private static int Do(Arguments arguments, Action<KioskSettings> work)
    {
        try
        {
            work(SettingsReader.Read(Startup.ReadConfiguration(arguments.Settings)));
            return ExitCode.Done;
        }
        catch (BackupException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return ExitCode.CouldNot;
        }
    }
}
