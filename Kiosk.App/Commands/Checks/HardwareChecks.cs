using System.Globalization;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Kiosk.App.Hosting;
using Kiosk.Core.Storage;

namespace Kiosk.App.Commands.Checks;

/// <summary>What wears, fills up or runs hot.</summary>
/// <param name="root">Where <c>proc</c> and <c>sys</c> lie.</param>
[SupportedOSPlatform("linux")]
internal sealed class HardwareChecks(string root, KioskSettings settings)
{
    private const int LittleMemoryMegabytes = 150;
    private const int SmallMachineMegabytes = 900; // a machine of 1 GB says a little less
    private const int HotDegrees = 80; // a Raspberry Pi slows down from here on
    private const int WornTenths = 9; // JEDEC JESD84-B51, device life time estimation: 0x09 is 80 % to 90 % used
    private const int WeakPower = 0x10001; // bits 0 and 16 of get_throttled: too weak now, or since the start; the others are of heat
    private const string Voices = "espeak-ng-data";

    /// <summary>Debian keeps them below the one or the other, by kind of processor.</summary>
    private static readonly string[] VoiceFolders = ["usr/lib", "usr/share"];

    public IEnumerable<Finding> Examine()
    {
        yield return Card();
        yield return Memory();
        yield return Finding.Of("heat", "Temperature", Degrees() < HotDegrees, $"{Degrees()} degrees; give it air, or a cooler.");
        yield return Finding.Of(
            "power",
            "Power supply",
            (ParseHex(Read("sys/devices/platform/soc/soc:firmware/get_throttled")) & WeakPower) == 0,
            "it was too weak at least once since the machine was started; use the one made for this machine."
        );
        yield return Finding.Of(
            "ceiling",
            "The memory of kiosk and browser has a ceiling",
            Read("sys/fs/cgroup/cgroup.controllers").Split(' ', '\n').Contains("memory"),
            "the kernel holds none; on a Raspberry Pi add 'cgroup_enable=memory' to the one line of /boot/firmware/cmdline.txt "
                + "and restart.",
            isNote: true
        );
        yield return Clock();
        foreach (var language in Offered())
        {
            yield return Finding.Of(
                $"voice-{language}",
                $"Voice for {language}",
                Dictionaries().Contains(language),
                "there is none; install espeak-ng, or where it has none, record the texts on a tablet (Texts).",
                isNote: true
            );
        }
    }

    /// <summary>
    /// A card that wears out shows it by errors of its file system, then by becoming read-only; some count their own wear.
    /// </summary>
    private Finding Card()
    {
        var mount = Read("proc/mounts")
            .Split('\n')
            .Select(line => line.Split(' '))
            .Where(parts => parts.Length > 3 && IsAbove(parts[1], settings.Data))
            .MaxBy(parts => parts[1].Length);
        var errors = Files("sys/fs/ext4", "errors_count").Sum(file => ParseOrZero(ReadableFile.Text(file)));
        var worn = Files("sys/block", "life_time")
            .SelectMany(file => ReadableFile.Text(file).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Any(word => ParseHex(word) >= WornTenths);
        return new Finding(
            "card",
            "Disk or card",
            mount?[3].Split(',').Contains("ro") == true
                    ? $"the disk below {settings.Data} is read-only; restart the machine, and if it comes again, replace the card."
                : errors > 0 ? $"the file system met {errors} errors; make a backup ('sudo kiosk backup FILE') and replace the card."
                : worn ? "it says that it is nearly worn out; make a backup ('sudo kiosk backup FILE') and replace it."
                : null
        );
    }

    private Finding Memory()
    {
        var (total, available) = (Megabytes("MemTotal"), Megabytes("MemAvailable"));
        var killed = ParseOrZero(Regex.Match(Read("proc/vmstat"), @"^oom_kill (\d+)", RegexOptions.Multiline).Groups[1].Value);
        return new Finding(
            "memory",
            "Memory",
            killed > 0
                    ? $"there was too little {killed} times since the machine was started, and a program was ended; use a machine "
                        + "with 2 GB."
                : available is > 0 and < LittleMemoryMegabytes
                    ? $"{available} MB are free; restart the machine, and see what else runs on it."
                : total is > 0 and < SmallMachineMegabytes ? $"{total} MB in all; the screen is happier with 2 GB."
                : null,
            IsNote: killed == 0 && available >= LittleMemoryMegabytes
        );
    }

    /// <summary>Whether the kiosk knows the time, it says itself; here is looked at what it goes by.</summary>
    private Finding Clock() =>
        Finding.Of(
            "clock",
            "The time comes from the network",
            File.Exists(Path.Combine(root, "run/systemd/timesync/synchronized")),
            "not since the machine was started; connect it to a network, give it a clock with a battery, or confirm the time on "
                + "the tablet after each start.",
            isNote: true
        );

    /// <summary>The languages of the house; before there is one, those that the program speaks.</summary>
    private IReadOnlyList<string> Offered()
    {
        var house = DataFolder.HouseDatabaseIn(Path.Combine(root, settings.Data.TrimStart('/')));
        try
        {
            return File.Exists(house) ? DatabaseCheck.LanguagesOffered(house) : PrintingChecks.Spoken;
        }
        catch (StorageException)
        {
            return PrintingChecks.Spoken; // a damaged one has a finding of its own
        }
    }

    private IReadOnlyList<string> Dictionaries() =>
        [
            .. VoiceFolders
                .Select(folder => Path.Combine(root, folder))
                .Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateDirectories(folder).Append(folder))
                .Select(folder => Path.Combine(folder, Voices))
                .Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*_dict"))
                .Select(file => Path.GetFileName(file).Split('_')[0]),
        ];

    private int Degrees() =>
        (int)(Files("sys/class/thermal", "temp").Select(file => ParseOrZero(ReadableFile.Text(file))).DefaultIfEmpty().Max() / 1000);

    private long Megabytes(string name) =>
        ParseOrZero(Regex.Match(Read("proc/meminfo"), $@"^{name}: +(\d+) kB", RegexOptions.Multiline).Groups[1].Value) / 1000;

    /// <summary>Files of one name in the folders just below, or below their <c>device</c>.</summary>
    private IEnumerable<string> Files(string folder, string name) =>
        !Directory.Exists(Path.Combine(root, folder))
            ? []
            : Directory
                .EnumerateDirectories(Path.Combine(root, folder))
                .SelectMany(below => new[] { Path.Combine(below, name), Path.Combine(below, "device", name) })
                .Where(File.Exists);

    private string Read(string below) => ReadableFile.Text(Path.Combine(root, below));

    private static bool IsAbove(string mount, string path) =>
        mount == "/" || path == mount || path.StartsWith(mount + "/", StringComparison.Ordinal);

    private static long ParseOrZero(string text) =>
        long.TryParse(text.Trim(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static int ParseHex(string word) =>
        int.TryParse(
            word.Trim().Replace("0x", "", StringComparison.Ordinal),
            NumberStyles.HexNumber,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : 0;
}
