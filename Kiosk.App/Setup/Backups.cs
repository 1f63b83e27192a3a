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
            (settings, now) =>
            {
                var file = Backup.Write(new DataFolder(settings.Data), arguments.Options[Arguments.File], Health.Version, now);
                Console.WriteLine(
                    $"{file}: {new FileInfo(file).Length / 1000} kB. It holds the house, its counts of whole days and its "
                        + "drawings; no tablets, no PIN."
                );
            }
        );

    public static int Restore(Arguments arguments) =>
        Do(
            arguments,
            (settings, now) =>
            {
                if (IsRunning(settings))
                {
                    throw new BackupException(
                        $"A kiosk is running at {settings.VisitorUrl}. Nothing was changed: stop it first (systemctl stop kiosk)."
                    );
                }

                var aside = Restoring.Apply(
                    arguments.Options[Arguments.File],
                    new DataFolder(settings.Data),
                    arguments.Options.ContainsKey(Arguments.Yes),
                    now.Date
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
        return settings.Clock == KioskSettings.CheckClock && NewestDay.Read(new DataFolder(settings.Data).NewestDay) is { } known
            ? known + now.TimeOfDay
            : now;
    }

    private static int Do(Arguments arguments, Action<KioskSettings, LocalDateTime> work)
    {
        var settings = SettingsReader.Read(Startup.ReadConfiguration(arguments.Settings));
        try
        {
            work(settings, Now(settings));
            return ExitCode.Done;
        }
        catch (BackupException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return ExitCode.CouldNot;
        }
    }

    /// <summary>Files replaced beneath a running kiosk would be written to no more.</summary>
    private static bool IsRunning(KioskSettings settings)
    {
        using var caller = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var answer = caller.Send(new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(settings.VisitorUrl), "/health")));
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException)
        {
            return true; // it takes the call and says nothing
        }
    }
}
