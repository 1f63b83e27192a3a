using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kiosk.App.Commands;
using Kiosk.App.Commands.Checks;
using Kiosk.Core.Storage;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Commands;

/// <summary><c>doctor</c> on a machine that is set up and well, and with one fault planted at a time.</summary>
[Category("Process"), Platform("Linux"), SupportedOSPlatform("linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DoctorFaultsTests : IDisposable
{
    private static readonly DateTimeOffset Today = TimeProvider.System.GetUtcNow();

    /// <summary>What <c>setup</c> makes, once for all tests: each has a copy.</summary>
    private static KioskFolders? _setUpOnce;

    private readonly KioskFolders _folders = new();
    private readonly string _root;

    public DoctorFaultsTests() => _root = Directory.CreateDirectory(Path.Combine(_folders.Work, "root")).FullName;

    /// <summary>What is planted, which finding names it, and how heavily it weighs.</summary>
    private static IEnumerable<TestCaseData> Faults()
    {
        yield return Fault(
            "a unit edited by hand",
            "files",
            "look",
            machine => machine.Append("etc/systemd/system/kiosk.service", "\nUser=root\n")
        );
        yield return Fault(
            "a unit switched off",
            "files",
            "look",
            machine => File.Delete(machine.PathOf("etc/systemd/system/multi-user.target.wants/kiosk-screen.service"))
        );
        yield return Fault(
            "the program gone",
            "program",
            "look",
            machine => Directory.Delete(machine.PathOf("opt/kiosk/versions"), recursive: true)
        );
        yield return Fault(
            "a setting that cannot be used",
            "settings",
            "look",
            machine => machine.Append("etc/kiosk/kiosk.env", "Kiosk__IdleSeconds=5\n")
        );
        yield return Fault(
            "a user who may log in",
            "users",
            "look",
            machine => machine.Write("etc/passwd", "kiosk:x:990:990::/:/bin/bash\nkiosk-screen:x:991:991::/:/usr/sbin/nologin\n")
        );
        yield return Fault(
            "a policy that opens what ours shuts",
            "policy",
            "look",
            machine => machine.Write("etc/chromium/policies/managed/school.json", """{ "URLBlocklist": [] }""")
        );
        yield return Fault("dumps of memory", "dumps", "look", machine => machine.Write("proc/sys/kernel/core_pattern", "core\n"));
        yield return Fault("swap on the card", "swap", "look", machine => machine.Append("proc/swaps", "/var/swap file 102396 0 -2\n"));
        yield return Fault(
            "a disk that became read-only",
            "card",
            "look",
            machine => machine.Write("proc/mounts", "/dev/mmcblk0p2 / ext4 ro,noatime 0 0\n")
        );
        yield return Fault(
            "errors of the file system",
            "card",
            "look",
            machine => machine.Write("sys/fs/ext4/mmcblk0p2/errors_count", "3\n")
        );
        yield return Fault(
            "a card that is worn",
            "card",
            "look",
            machine => machine.Write("sys/block/mmcblk0/device/life_time", "0x0a 0x02\n")
        );
        yield return Fault(
            "a program ended for want of memory",
            "memory",
            "look",
            machine => machine.Write("proc/vmstat", "nr_free_pages 1\noom_kill 2\n")
        );
        yield return Fault(
            "hardly any memory free",
            "memory",
            "look",
            machine => machine.Write("proc/meminfo", "MemTotal:        1948000 kB\nMemAvailable:      90000 kB\n")
        );
        yield return Fault("heat", "heat", "look", machine => machine.Write("sys/class/thermal/thermal_zone0/temp", "84500\n"));
        yield return Fault(
            "a weak power supply",
            "power",
            "look",
            machine => machine.Write("sys/devices/platform/soc/soc:firmware/get_throttled", "50000\n")
        );
        yield return Fault(
            "no ceiling for memory",
            "ceiling",
            "note",
            machine => machine.Write("sys/fs/cgroup/cgroup.controllers", "cpuset cpu io pids\n")
        );
        yield return Fault(
            "swap that is written on to the card",
            "swap",
            "look",
            machine => machine.Write("sys/block/zram0/backing_dev", "/dev/loop0\n")
        );
        yield return Fault(
            "no time from the network",
            "clock",
            "note",
            machine => File.Delete(machine.PathOf("run/systemd/timesync/synchronized"))
        );
        yield return Fault(
            "a voice that is not there",
            "voice-nl",
            "note",
            machine => File.Delete(machine.PathOf("usr/share/espeak-ng-data/nl_dict"))
        );
        yield return Fault(
            "a language of the house that no voice speaks",
            "voice-ti",
            "note",
            machine => machine.LoadHouse("""["fr", "ti"]""")
        );
        yield return Fault(
            "a data folder that others read",
            "data",
            "look",
            machine => File.SetUnixFileMode(machine.PathOf("var/lib/kiosk"), (UnixFileMode)0b111_101_101)
        );
        yield return Fault(
            "a damaged database",
            "tally.db",
            "look",
            machine => machine.Write("var/lib/kiosk/tally.db", "This card was found in a camera.")
        );
        yield return Fault("a certificate that is over", "certificate", "look", machine => machine.Certify(Today.AddDays(-1)));
        yield return Fault(
            "a certificate that nothing can read",
            "certificate",
            "look",
            machine => machine.Write("var/lib/kiosk/secrets/server.pem", "no certificate")
        );
        yield return Fault("no tablet paired", "tablets", "note", machine => File.Delete(machine.PathOf("var/lib/kiosk/secrets/staff.db")));
        yield return Fault(
            "no backup for a week",
            "backup",
            "note",
            machine => File.SetLastWriteTimeUtc(machine.PathOf("var/backups/kiosk/kiosk.zip"), Today.AddDays(-7).UtcDateTime)
        );
        yield return Fault(
            "a printer that is not there",
            "printer",
            "look",
            machine => machine.Append("etc/kiosk/kiosk.env", "Kiosk__Printer=escpos:/dev/usb/lp-none\n")
        );
    }

    [OneTimeSetUp]
    public static async Task SetUp()
    {
        _setUpOnce = new KioskFolders();
        var (exit, said) = await BuiltProgram.Run("setup", "--root", _setUpOnce.Work);
        Assert.That(exit, Is.Zero, said);
    }

    [OneTimeTearDown]
    public static void TakeAway() => _setUpOnce?.Dispose();

    public void Dispose() => _folders.Dispose();

    [Test]
    public async Task A_machine_that_was_just_set_up_is_well()
    {
        MakeWell();
        var (exit, findings) = await Examine();
        Assert.That(findings.Where(finding => finding.Weight != "well"), Is.Empty);
        Assert.That(exit, Is.Zero);
    }

    [TestCaseSource(nameof(Faults))]
    public void A_planted_fault_is_found_and_nothing_else(string name, string weight, Action<DoctorFaultsTests> plant)
    {
        MakeWell();
        plant(this);
        var (exit, findings) = ExamineHere();
        Assert.That(
            findings.Where(finding => finding.Weight != "well").Select(finding => (finding.Name, finding.Weight)).Distinct(),
            Is.EqualTo(new[] { (name, weight) })
        );
        Assert.That(findings.First(finding => finding.Name == name).Advice, Does.EndWith(".").And.Length.GreaterThan(20));
        Assert.That(exit, Is.EqualTo(weight == "look" ? 1 : 0));
    }

    [Test]
    public async Task A_disk_that_is_nearly_full_is_found()
    {
        var data = Directory.CreateDirectory(PathOf("var/lib/kiosk")).FullName;
        Assume.That(Environment.IsPrivilegedProcess, "Only root can lay out a small disk.");
        Tool.Run("mount", "-t", "tmpfs", "-o", "size=64m,mode=700", "tmpfs", data);
        try
        {
            MakeWell();
            var (_, findings) = await Examine();
            Assert.That(findings.Where(finding => finding.Weight != "well").Select(finding => finding.Name), Is.EqualTo(new[] { "room" }));
        }
        finally
        {
            Tool.Run("umount", data);
        }
    }

    private static TestCaseData Fault(string what, string name, string weight, Action<DoctorFaultsTests> plant) =>
        new TestCaseData(name, weight, plant).SetArgDisplayNames(what);

    private string PathOf(string below) => Path.Combine(_root, below);

    private void Write(string below, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(below))!);
        File.WriteAllText(PathOf(below), text);
    }

    private void Append(string below, string text) => File.AppendAllText(PathOf(below), text);

    /// <summary>
    /// What a running machine has beside the files of the set-up: an account each, the kernel's facts, data of a first day.
    /// </summary>
    private void MakeWell()
    {
        foreach (var folder in Directory.GetDirectories(_setUpOnce!.Work))
        {
            string[] how = Path.GetFileName(folder) == "opt" ? ["--archive", "--link"] : ["--archive"]; // nobody writes into the program
            Tool.Run("cp", [.. how, folder, _root]);
        }

        Write(
            "etc/passwd",
            "root:x:0:0:root:/root:/bin/bash\nkiosk:x:990:990::/var/lib/kiosk:/usr/sbin/nologin\n"
                + "kiosk-screen:x:991:991::/run:/usr/sbin/nologin\n"
        );
        Write("proc/sys/kernel/core_pattern", "|/bin/false\n");
        Write("proc/swaps", "Filename Type Size Used Priority\n/dev/zram0 partition 102396 0 100\n");
        Write("proc/mounts", "/dev/mmcblk0p2 / ext4 rw,noatime 0 0\n");
        Write("proc/meminfo", "MemTotal:        1948000 kB\nMemAvailable:    1100000 kB\n");
        Write("proc/vmstat", "nr_free_pages 1\noom_kill 0\n");
        Write("sys/class/thermal/thermal_zone0/temp", "48500\n");
        Write("sys/devices/platform/soc/soc:firmware/get_throttled", "0\n");
        Write("sys/fs/ext4/mmcblk0p2/errors_count", "0\n");
        Write("sys/fs/cgroup/cgroup.controllers", "cpuset cpu io memory pids\n");
        Write("sys/block/mmcblk0/device/life_time", "0x01 0x01\n");
        Write("run/systemd/timesync/synchronized", "");
        foreach (var language in PrintingChecks.Spoken)
        {
            Write($"usr/share/espeak-ng-data/{language}_dict", "");
        }

        Directory.CreateDirectory(PathOf("var/lib/kiosk"));
        File.SetUnixFileMode(PathOf("var/lib/kiosk"), (UnixFileMode)0b111_000_000);
        PairedFolder.Prepare(PathOf("var/lib/kiosk"));
        Write("var/backups/kiosk/kiosk.zip", "");
        Certify(Today.AddDays(300));
    }

    private void LoadHouse(string languages)
    {
        var file = JsonNode.Parse(DemoHouse.Json)!;
        DemoHouse.Put(file, "house.languages", languages);
        using var house = HouseDatabase.Open(new DataFolder(PathOf("var/lib/kiosk")), today: null);
        house.Load(file.ToJsonString());
    }

    private void Certify(DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=kiosk", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            Today.AddDays(-400),
            until
        );
        Write("var/lib/kiosk/secrets/server.pem", certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
    }

    private async Task<(int Exit, IReadOnlyList<Found> Findings)> Examine()
    {
        var (exit, said) = await BuiltProgram.Run("doctor", "--json", "--root", _root);
        return (exit, JsonSerializer.Deserialize<List<Found>>(said, JsonSerializerOptions.Web)!);
    }

    /// <summary>The same without a process of its own.</summary>
    private (int Exit, IReadOnlyList<Found> Findings) ExamineHere()
    {
        var findings = DoctorCommand.Findings([], _root).ToList();
        return (
            DoctorCommand.ExitCodeOf(findings),
            [.. findings.Select(found => new Found(found.Name, found.Mark.ToLowerInvariant(), found.What, found.Advice))]
        );
    }

    private sealed record Found(string Name, string Weight, string What, string? Advice);
}
