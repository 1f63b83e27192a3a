using System.Runtime.Versioning;
using System.Text;
using Kiosk.App.Provisioning;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Setups;

/// <summary><c>setup --root</c>: the files of a machine, written into a folder.</summary>
[Category("Process"), Platform("Linux"), SupportedOSPlatform("linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SetupTests : SetupTest
{
    private const int MostExposed = 20; // tenths: systemd-analyze security says 2.0 at most

    /// <summary>
    /// Debian's cage ends with exit code 1 where there is no Xwayland, and its package neither depends on it nor recommends it.
    /// </summary>
    [Test]
    public void Whoever_installs_the_compositor_installs_what_it_does_not_start_without() =>
        Assert.That(Packages.Needed.SelectMany(package => package.Names), Does.Contain("cage").And.Contain("xwayland"));

    /// <summary>To approve anew: read what it wrote into artifacts/received.</summary>
    [Test]
    public async Task The_files_of_a_machine_are_as_approved([Values("none", "browser")] string printer)
    {
        await Set("--name", "kiosk", $"--Kiosk:Printer={printer}");
        ApprovedText.AssertSame(Encoding.UTF8.GetBytes(Written()), $"machine-{printer}.txt");
    }

    [Test]
    public async Task A_second_run_changes_nothing()
    {
        await Set("--name", "kiosk");
        var before = Stamps();
        Assert.That(await Set("--name", "kiosk"), Is.EqualTo("Nothing to change: everything is as it should be."));
        Assert.That(Stamps(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_dry_run_says_the_same_and_writes_nothing()
    {
        var would = await Set("--dry-run");
        Assert.That(Directory.EnumerateFileSystemEntries(Root), Is.Empty);
        Assert.That(would.Replace("would write", "wrote", StringComparison.Ordinal), Is.EqualTo(await Set()));
    }

    [Test]
    public async Task Every_file_is_told_in_words_and_lies_among_the_assets()
    {
        var said = await Set();
        var files = SourceTree.PathOf("assets/machine");
        Assert.That(
            Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(files, file)),
            Is.EquivalentTo(MachineFiles.What.Keys)
        );
        Assert.That(
            MachineFiles
                .What.Select(file => $"wrote /{file.Key}: {file.Value}")
                .Where(line => !said.Contains(line, StringComparison.Ordinal)),
            Is.Empty
        );
        Assert.That(Written(), Does.Not.Contain("{{"));
    }

    [Test]
    public async Task What_somebody_changed_by_hand_is_put_right_and_said()
    {
        await Set();
        var journal = Path.Combine(Root, "etc/systemd/journald.conf.d/kiosk.conf");
        var right = await File.ReadAllTextAsync(journal);
        await File.WriteAllTextAsync(journal, "[Journal]\nStorage=persistent\n");
        Assert.That(await Set(), Is.EqualTo("wrote /etc/systemd/journald.conf.d/kiosk.conf: the journal in memory, not on the disk"));
        Assert.That(await File.ReadAllTextAsync(journal), Is.EqualTo(right));
    }

    [Test]
    public async Task Settings_that_are_asked_come_in_and_the_others_stay()
    {
        await Set("--Kiosk:IdleSeconds=90", "--Kiosk:VisitorUrl=http://127.0.0.1:5999");
        var settings = Path.Combine(Root, MachineSettings.Path);
        await File.AppendAllTextAsync(settings, "# of our own\nKiosk__House=\"/etc/kiosk/our house.json\"\n");
        await Set("--Kiosk:IdleSeconds=120");
        Assert.That(
            await File.ReadAllTextAsync(settings),
            Does.Contain("Kiosk__IdleSeconds=120\n")
                .And.Not.Contain("=90")
                .And.Contain("# of our own")
                .And.Contain("our house.json")
                .And.Contain("Kiosk__VisitorUrl=http://127.0.0.1:5999\n")
        );
        Assert.That(Written(), Does.Contain("\"URLAllowlist\": [\"http://127.0.0.1:5999\"]").And.Contain("SocketBindAllow=tcp:5999"));
    }

    /// <summary>With the files as Debian brings them, in which other directives stand.</summary>
    [Test]
    public async Task A_print_server_is_told_to_keep_nothing_and_keeps_its_other_settings()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, "etc/cups")).FullName;
        foreach (var name in new[] { "cupsd.conf", "cups-files.conf" })
        {
            File.Copy(Path.Combine("/etc/cups", name), Path.Combine(folder, name));
        }

        await Set("--Kiosk:Printer=browser");
        var (server, files) = (
            await File.ReadAllTextAsync(Path.Combine(folder, "cupsd.conf")),
            await File.ReadAllTextAsync(Path.Combine(folder, "cups-files.conf"))
        );
        Assert.That(
            server,
            Does.Contain("\nPreserveJobFiles No\n")
                .And.Contain("\nPreserveJobHistory No\n")
                .And.Contain("<Location /admin>")
                .And.Match("(?s)^(?!.*\nLogLevel.*\nLogLevel)")
        );
        Assert.That(files, Does.Contain("\nPageLog /dev/null\n").And.Contain("\nAccessLog /dev/null\n").And.Contain("SystemGroup"));
        Assert.That(await Set(), Does.StartWith("Nothing to change"));
    }

    /// <summary>As those systems' own files say it; Debian testing names no number.</summary>
    [TestCase("ID=debian\nVERSION_ID=\"11\"\nPRETTY_NAME=\"Debian GNU/Linux 11 (bullseye)\"", "Debian GNU/Linux 11 (bullseye)")]
    [TestCase("ID=ubuntu\nID_LIKE=debian\nVERSION_ID=\"24.04\"\nPRETTY_NAME=\"Ubuntu 24.04.1 LTS\"", "Ubuntu 24.04.1 LTS")]
    [TestCase("ID=ubuntu\nID_LIKE=debian\nVERSION_ID=\"12\"\nPRETTY_NAME=\"Ubuntu of the same number\"", "Ubuntu of the same number")]
    [TestCase("ID=debian\nPRETTY_NAME=\"Debian GNU/Linux forky/sid\"", "Debian GNU/Linux forky/sid")]
    public async Task Another_system_is_refused_by_its_name_and_nothing_is_written(string release, string named)
    {
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(Root, "etc")).FullName, "os-release"), release);
        var (exit, said) = await Try();
        Assert.That(
            (exit, said),
            Is.EqualTo(
                (1, $"The kiosk runs on Debian 12 or 13 and on Raspberry Pi OS based on them; this is {named}. Nothing was changed.")
            )
        );
        Assert.That(Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories), Has.Exactly(1).Items);
    }

    /// <summary>Of four million bytes: the program does not fit.</summary>
    [Test]
    public async Task A_disk_that_is_full_is_said_and_left_as_it_was()
    {
        using var disk = SmallDisk.LaidOver(Folders);
        var (exit, said) = await BuiltProgram.Run("setup", "--root", Folders.Data);
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.Contain("No space left on device").And.Contain("What was in force stays in force; make room on the disk"));
        Assert.That(Directory.EnumerateFiles(Folders.Data, "*", SearchOption.AllDirectories), Is.Empty);
        Assert.That(Directory.EnumerateDirectories(Folders.Data, "*.part", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public async Task Removing_puts_back_what_was_there_and_leaves_what_is_the_houses()
    {
        var (policy, target) = (
            Path.Combine(Root, "etc/chromium/policies/managed/kiosk.json"),
            Path.Combine(Root, "etc/systemd/system/default.target")
        );
        var theirs = Path.Combine(Directory.CreateDirectory(Path.GetDirectoryName(policy)!).FullName, "school.json");
        await File.WriteAllTextAsync(theirs, """{ "PrintingEnabled": true }""");
        await File.WriteAllTextAsync(policy, """{ "HomepageLocation": "https://school.example/" }""");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.CreateSymbolicLink(target, "/lib/systemd/system/graphical.target");
        var before = Written();

        await Set("--Kiosk:IdleSeconds=90");
        Assert.That(
            await Set("--remove"),
            Does.Contain("put back /etc/systemd/system/default.target").And.Contain("data in /var/lib/kiosk")
        );
        var settings = Path.Combine(Root, MachineSettings.Path);
        Assert.That(await File.ReadAllTextAsync(settings), Does.Contain("Kiosk__IdleSeconds=90"));
        File.Delete(settings);
        foreach (var link in MachineFiles.Links.Except(MachineFiles.OwnLinks)) // Debian's own packages make them too
        {
            File.Delete(Path.Combine(Root, link.Path));
        }

        Assert.That(Written(), Is.EqualTo(before));
        Assert.That(Directory.Exists(Path.Combine(Root, "opt/kiosk")), Is.False);
        Assert.That(await Set("--remove"), Is.EqualTo("Nothing to remove: this machine is no kiosk."));
    }

    [Test]
    public async Task What_its_owner_led_elsewhere_since_is_not_taken_away()
    {
        await Set();
        var target = Path.Combine(Root, "etc/systemd/system/default.target");
        File.Delete(target);
        File.CreateSymbolicLink(target, "/lib/systemd/system/rescue.target");
        await Set("--remove");
        Assert.That(new FileInfo(target).LinkTarget, Is.EqualTo("/lib/systemd/system/rescue.target"));
    }

    /// <summary>On a machine whose system was read only; its partition holds the house's settings, data and backups for good.</summary>
    [Test]
    public async Task Only_the_program_leaves_the_partition_for_what_is_kept()
    {
        const string Others = "UUID=1 / ext4 defaults 0 1\nLABEL=kiosk-data /kiosk-data auto nofail 0 2\n";
        const string Data = "/kiosk-data/data /var/lib/kiosk none bind,nofail 0 0\n";
        await Set();
        var mounts = Path.Combine(Root, "etc/fstab");
        await File.WriteAllTextAsync(mounts, Others + "/kiosk-data/program /opt/kiosk none bind,nofail 0 0\n" + Data);
        await Set("--remove");
        Assert.That(await File.ReadAllTextAsync(mounts), Is.EqualTo(Others + Data));
    }

    [TestCase("--Kiosk:IdleSeconds=5", "from 20 to 600")]
    [TestCase("--Kiosk:Data=/srv/kiosk", "the one folder its unit may write to")]
    [TestCase("--Kiosk:House=/home/pi/house.json", "put it in /etc/kiosk")]
    [TestCase("--Logging:LogLevel:Default=Debug", "is no setting of the kiosk")]
    [TestCase("--Kiosk:X;reboot=1", "is no setting of the kiosk")]
    [TestCase("--Kisok:Printer=none", "did you mean --Kiosk:Printer", 2)]
    [TestCase("--X;reboot=1", "is not understood here", 2)]
    [TestCase("--Kiosk:House=$(reboot)", "leave out quotes")]
    [TestCase("--name=Réception", "write small letters")]
    [TestCase("--read-only-root", "Only a kiosk that runs can be made read only")]
    public async Task What_cannot_be_used_is_explained_and_nothing_is_written(string asked, string advice, int code = 1)
    {
        var (exit, said) = await Try(asked);
        Assert.That((exit, said), Is.EqualTo((code, said)));
        Assert.That(said, Does.Contain(advice));
        Assert.That(Directory.EnumerateFileSystemEntries(Root), Is.Empty);
    }

    [Test]
    public async Task A_system_that_is_written_anyway_is_left_as_it_is() =>
        Assert.That(await Set("--writable-root"), Does.StartWith("Nothing to change"));

    [Test]
    public async Task Systemd_finds_nothing_wrong_with_the_units_and_little_exposed()
    {
        await Set();
        string Unit(string name) => Path.Combine(Root, "etc/systemd/system", name);
        var units = MachineFiles.What.Keys.Where(file => file.StartsWith(MachineFiles.Units, StringComparison.Ordinal));
        foreach (var unit in units.Select(file => Path.GetFileName(file).Replace("@.", "@1.", StringComparison.Ordinal)))
        {
            Assert.That(Encoding.UTF8.GetString(Tool.Run("systemd-analyze", "verify", "--man=no", Unit(unit))), Is.Empty);
        }

        Tool.Run("systemd-analyze", "security", "--offline=true", "--no-pager", $"--threshold={MostExposed}", Unit("kiosk.service"));
    }

    [Test]
    public async Task The_policy_is_json_and_shuts_all_but_the_kiosk()
    {
        await Set();
        using var policy = System.Text.Json.JsonDocument.Parse(
            await File.ReadAllTextAsync(Path.Combine(Root, "etc/chromium/policies/managed/kiosk.json"))
        );
        Assert.That(
            policy.RootElement.GetProperty("URLBlocklist").EnumerateArray().Select(entry => entry.GetString()),
            Does.Contain("*").And.Contain("chrome://*")
        );
        Assert.That(
            policy.RootElement.GetProperty("URLAllowlist").EnumerateArray().Select(entry => entry.GetString()),
            Is.EqualTo(new[] { "http://127.0.0.1:5080" })
        );
    }

    private IReadOnlyList<(string Path, DateTime Written)> Stamps() =>
        [
            .. Directory
                .EnumerateFileSystemEntries(Root, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => (path, File.GetLastWriteTimeUtc(path))),
        ];
}
