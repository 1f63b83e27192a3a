using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kiosk.App.Hosting;
using Kiosk.App.Monitoring.Checks;
using Kiosk.Core.Storage;
using NodaTime;
using NodaTime.Text;

namespace Kiosk.App.Commands.Checks;

/// <summary>What the kiosk keeps: sound, private, copied, and with room to grow.</summary>
[SupportedOSPlatform("linux")]
internal sealed class DataChecks(string root, KioskSettings settings)
{
    private const int OldBackupDays = 2; // one night may have been missed: the machine was off

    private const string NoTablet =
        "no tablet is paired: nobody changes the day or hears the bell. Hold the house's sign on the screen for five seconds; "
        + "'recover' on this machine gives the code to type there.";

    private readonly string _folder = Path.Combine(root, settings.Data.TrimStart('/'));

    public IEnumerable<Finding> Examine()
    {
        if (!Directory.Exists(_folder))
        {
            yield return new Finding(
                "data",
                $"Data folder {settings.Data}",
                "there is none yet; it is made when the kiosk starts.",
                IsNote: true
            );
            yield break;
        }

        yield return Finding.Of(
            "data",
            $"Data folder {settings.Data}",
            (File.GetUnixFileMode(_folder) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) == UnixFileMode.None,
            $"others may read it; 'sudo chmod 700 {settings.Data}'."
        );
        if (!MayLookInto(_folder))
        {
            yield return new Finding("data", $"Data folder {settings.Data}", "this user may not look into it: run doctor with sudo.");
            yield break;
        }

        var room = DiskSpaceCheck.MegabytesIn(_folder);
        yield return Finding.Of(
            "room",
            $"Room: {room} MB",
            room >= DiskSpaceCheck.LittleMegabytes,
            "there is little left; take old backups away from /var/backups/kiosk, or use a larger card."
        );
        foreach (var name in new[] { "house.db", "tally.db", "secrets/staff.db" })
        {
            yield return Database(name);
        }

        if (Tablets() is { } tablets)
        {
            yield return tablets;
        }

        yield return Certificate();
        yield return Backup();
    }

    private static bool MayLookInto(string folder)
    {
        try
        {
            Directory.GetFileSystemEntries(folder);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private Finding Database(string name)
    {
        var path = Path.Combine(_folder, name);
        try
        {
            return Finding.Of(
                Path.GetFileName(name),
                $"Database {name}",
                !File.Exists(path) || DatabaseCheck.IsSound(path),
                "it is damaged; 'sudo systemctl restart kiosk', and the newest sound copy takes its place."
            );
        }
        catch (StorageException problem)
        {
            return new Finding(Path.GetFileName(name), $"Database {name}", problem.Message);
        }
    }

    /// <summary>A house may do without; but nobody who looks after it should have to guess.</summary>
    /// <returns>Null where the database cannot be read, which another finding says.</returns>
    private Finding? Tablets()
    {
        var path = Path.Combine(_folder, "secrets", "staff.db");
        try
        {
            var tablets = File.Exists(path) ? DatabaseCheck.TabletsPaired(path) : 0;
            return Finding.Of("tablets", $"Tablets paired: {tablets}", tablets > 0, NoTablet, isNote: true);
        }
        catch (StorageException)
        {
            return null;
        }
    }

    private Finding Certificate()
    {
        var path = Path.Combine(_folder, "secrets", "server.pem");
        try
        {
            if (!File.Exists(path))
            {
                return new Finding("certificate", "Certificate for tablets: none yet");
            }

            using var certificate = X509Certificate2.CreateFromPemFile(path);
            var today = TimeProvider.System.GetUtcNow();
            return Finding.Of(
                "certificate",
                $"Certificate for tablets: until {DateOf(certificate.NotAfter.ToUniversalTime())}",
                !CertificateCheck.EndsSoon(new DateTimeOffset(certificate.NotAfter), today)
                    && new DateTimeOffset(certificate.NotBefore) < today,
                "it does not hold today; see whether the date of this machine is right, then 'sudo systemctl restart kiosk'."
            );
        }
        catch (Exception problem) when (problem is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return new Finding(
                "certificate",
                "Certificate for tablets",
                $"it cannot be read ({problem.Message}); 'sudo systemctl restart kiosk' makes a new one."
            );
        }
    }

    private Finding Backup()
    {
        var folder = Path.Combine(root, "var/backups/kiosk");
        var newest = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.zip").Select(File.GetLastWriteTimeUtc).DefaultIfEmpty().Max()
            : default;
        return Finding.Of(
            "backup",
            newest == default ? "Backup: none yet" : $"Backup: the newest is of {DateOf(newest)}",
            newest > TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-OldBackupDays),
            "'sudo systemctl start kiosk-backup' makes one; 'journalctl --unit kiosk-backup' tells why there was none.",
            isNote: true
        );
    }

    /// <summary>The house's date at that moment, whatever zone the machine is set to.</summary>
    private string DateOf(DateTime utc) =>
        LocalDatePattern.Iso.Format(Instant.FromDateTimeUtc(utc).InZone(DateTimeZoneProviders.Tzdb[settings.TimeZone]).Date);
}
