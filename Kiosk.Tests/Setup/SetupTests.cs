using System.Runtime.Versioning;
using System.Text;
using Kiosk.App.Setup.Machine;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Setups;

/// <summary><c>setup --root</c>: the files of a machine, written into a folder.</summary>
[Category("Process"), Platform("Linux"), SupportedOSPlatform("linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SetupTests : IDisposable
{
    private const int MostExposed = 20; // tenths: systemd-analyze security says 2.0 at most

    private readonly KioskFolders _folders = new();
    private readonly string _root;

    public SetupTests() => _root = Directory.CreateDirectory(Path.Combine(_folders.Work, "root")).FullName;

    public void Dispose() => _folders.Dispose();

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
        Assert.That(Directory.EnumerateFileSystemEntries(_root), Is.Empty);
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
        var journal = Path.Combine(_root, "etc/systemd/journald.conf.d/kiosk.conf");
        var right = await File.ReadAllTextAsync(journal);
        await File.WriteAllTextAsync(journal, "[Journal]\nStorage=persistent\n");
        Assert.That(await Set(), Is.EqualTo("wrote /etc/systemd/journald.conf.d/kiosk.conf: the journal in memory, not on the disk"));
        Assert.That(await File.ReadAllTextAsync(journal), Is.EqualTo(right));
    }

    [Test]
    public async Task Settings_that_are_asked_come_in_and_the_others_stay()
    {
        await Set("--Kiosk:IdleSeconds=90", "--Kiosk:VisitorUrl=http://127.0.0.1:5999");
        var settings = Path.Combine(_root, MachineSettings.Path);
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
        var folder = Directory.CreateDirectory(Path.Combine(_root, "etc/cups")).FullName;
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
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(_root, "etc")).FullName, "os-release"), release);
        var (exit, said) = await Try();
        Assert.That(
            (exit, said),
            Is.EqualTo(
                (1, $"The kiosk runs on Debian 12 or 13 and on Raspberry Pi OS based on them; this is {named}. Nothing was changed.")
            )
        );
        Assert.That(Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories), Has.Exactly(1).Items);
    }

    /// <summary>Of four million bytes: the program does not fit.</summary>
    [Test]
    public async Task A_disk_that_is_full_is_said_and_left_as_it_was()
    {
        using var disk = SmallDisk.LaidOver(_folders);
        var (exit, said) = await BuiltProgram.Run("setup", "--root", _folders.Data);
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.Contain("No space left on device").And.Contain("What was in force stays in force; make room on the disk"));
        Assert.That(Directory.EnumerateFiles(_folders.Data, "*", SearchOption.AllDirectories), Is.Empty);
        Assert.That(Directory.EnumerateDirectories(_folders.Data, "*.part", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public async Task Removing_puts_back_what_was_there_and_leaves_what_is_the_houses()
    {
        var (policy, target) = (
            Path.Combine(_root, "etc/chromium/policies/managed/kiosk.json"),
            Path.Combine(_root, "etc/systemd/system/default.target")
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
        var settings = Path.Combine(_root, MachineSettings.Path);
        Assert.That(await File.ReadAllTextAsync(settings), Does.Contain("Kiosk__IdleSeconds=90"));
        File.Delete(settings);
        foreach (var link in MachineFiles.Links.Except(MachineFiles.OwnLinks)) // Debian's own packages make them too
        {
            File.Delete(Path.Combine(_root, link.Path));
        }

        Assert.That(Written(), Is.EqualTo(before));
        Assert.That(Directory.Exists(Path.Combine(_root, "opt/kiosk")), Is.False);
        Assert.That(await Set("--remove"), Is.EqualTo("Nothing to remove: this machine is no kiosk."));
    }

    [Test]
    public async Task What_its_owner_led_elsewhere_since_is_not_taken_away()
    {
        await Set();
        var target = Path.Combine(_root, "etc/systemd/system/default.target");
        File.Delete(target);
        File.CreateSymbolicLink(target, "/lib/systemd/system/rescue.target");
        await Set("--remove");
        Assert.That(new FileInfo(target).LinkTarget, Is.EqualTo("/lib/systemd/system/rescue.target"));
    }

    [TestCase("--Kiosk:IdleSeconds=5", "from 20 to 600")]
    [TestCase("--Kiosk:Data=/srv/kiosk", "the one folder its unit may write to")]
    [TestCase("--Kiosk:House=/home/pi/house.json", "put it in /etc/kiosk")]
    [TestCase("--Kisok:Printer=none", "is no setting of the kiosk")]
    [TestCase("--X;reboot=1", "is no setting of the kiosk")]
    [TestCase("--Kiosk:House=$(reboot)", "leave out quotes")]
    [TestCase("--name=Réception", "write small letters")]
    [TestCase("--read-only-root", "Only a kiosk that runs can be made read only")]
    public async Task What_cannot_be_used_is_explained_and_nothing_is_written(string asked, string advice)
    {
        var (exit, said) = await Try(asked);
        Assert.That((exit, said), Is.EqualTo((1, said)));
        Assert.That(said, Does.Contain(advice));
        Assert.That(Directory.EnumerateFileSystemEntries(_root), Is.Empty);
    }

    [Test]
    public async Task What_a_copy_that_was_cut_short_left_goes_with_the_next()
    {
        var left = Directory.CreateDirectory(Path.Combine(_root, MachineFiles.Versions, "kiosk-0.0.1-aaaaaaaa.part"));
        await Set();
        left.Refresh();
        Assert.That(left.Exists, Is.False);
    }

    [Test]
    public async Task A_system_that_is_written_anyway_is_left_as_it_is() =>
        Assert.That(await Set("--writable-root"), Does.StartWith("Nothing to change"));

    [Test]
    public async Task A_newer_program_leaves_one_to_go_back_to_and_older_ones_go()
    {
        await Set();
        string[] names = ["kiosk-0.0.1-aaaaaaaa", "kiosk-0.0.2-bbbbbbbb"];
        foreach (var name in names)
        {
            Directory.CreateDirectory(Path.Combine(_root, MachineFiles.Versions, name));
        }

        var newest = Version(MachineFiles.Current);
        MakeCurrent(names[1]);
        Assert.That(await Set(), Does.Contain($"removed /{MachineFiles.Versions}/{names[0]}: a version that is no longer needed"));
        Assert.That((Version(MachineFiles.Current), Version(MachineFiles.Previous)), Is.EqualTo((newest, names[1])));
        Assert.That(Directory.EnumerateDirectories(Path.Combine(_root, MachineFiles.Versions)), Has.Exactly(2).Items);
    }

    /// <summary>The older version says something else in a unit.</summary>
    [Test]
    public async Task Going_back_brings_the_files_of_the_version_before_and_coming_forward_those_of_this_one()
    {
        await Set();
        var newest = Version(MachineFiles.Current);
        var older = Path.Combine(_root, MachineFiles.Versions, "kiosk-0.0.2-bbbbbbbb");
        Tool.Run("cp", "--archive", Path.Combine(_root, MachineFiles.Versions, newest), older);
        await File.AppendAllTextAsync(Path.Combine(older, "assets/machine/etc/systemd/system/kiosk.service"), "# of an older version\n");
        MakeCurrent(Path.GetFileName(older));
        await Set();
        var (now, unit) = (Written(), Path.Combine(_root, "etc/systemd/system/kiosk.service"));

        await Set("--rollback");
        Assert.That((Version(MachineFiles.Current), Version(MachineFiles.Previous)), Is.EqualTo((Path.GetFileName(older), newest)));
        Assert.That(await File.ReadAllTextAsync(unit), Does.EndWith("# of an older version\n"));

        await Set("--rollback");
        Assert.That((Version(MachineFiles.Current), Written()), Is.EqualTo((newest, now)));
    }

    [Test]
    public async Task A_file_that_only_the_version_before_knows_goes()
    {
        await Set();
        var older = Directory
            .CreateDirectory(Path.Combine(_root, MachineFiles.Versions, "kiosk-0.0.2-bbbbbbbb/assets/machine/etc/systemd/system"))
            .FullName;
        foreach (var folder in new[] { older, Path.Combine(_root, "etc/systemd/system") })
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "kiosk-given-up.service"), "");
        }

        MakeCurrent("kiosk-0.0.2-bbbbbbbb");
        Assert.That(await Set(), Does.Contain("removed /etc/systemd/system/kiosk-given-up.service"));
        Assert.That(File.Exists(Path.Combine(_root, "etc/systemd/system/kiosk-given-up.service")), Is.False);
    }

    [Test]
    public async Task A_version_that_is_no_program_is_not_gone_back_to()
    {
        await Set();
        var newest = Version(MachineFiles.Current);
        Directory.CreateDirectory(Path.Combine(_root, MachineFiles.Versions, "kiosk-0.0.2-bbbbbbbb"));
        MakeCurrent("kiosk-0.0.2-bbbbbbbb");
        await Set();
        var (exit, said) = await Try("--rollback");
        Assert.That((exit, Version(MachineFiles.Current)), Is.EqualTo((1, newest)), said);
        Assert.That(said, Does.Contain("There is no program in"));
    }

    /// <summary>And the one before is: what had been there to go back to is there still.</summary>
    [TestCase("kiosk-0.0.1-aaaaaaaa")]
    [TestCase(null)]
    public void A_version_that_does_not_come_up_is_none_to_go_back_to(string? previous)
    {
        const string Current = "kiosk-0.0.2-bbbbbbbb",
            Bad = "kiosk-0.0.3-cccccccc";
        foreach (var name in new[] { previous, Current, Bad }.OfType<string>())
        {
            Directory.CreateDirectory(Path.Combine(_root, MachineFiles.Versions, name));
        }

        var versions = new ProgramVersions(new MachineTree(_root, dry: false));
        foreach (var name in new[] { previous, Current, Bad }.OfType<string>())
        {
            versions.SwitchTo(name);
        }

        versions.TakeBack(Current, previous);
        versions.RemoveOthers();
        Assert.That((versions.Current, versions.Previous), Is.EqualTo((Current, previous)));
        Assert.That(
            Directory.EnumerateDirectories(Path.Combine(_root, MachineFiles.Versions)).Select(Path.GetFileName),
            Has.None.EqualTo(Bad)
        );
    }

    [Test]
    public async Task There_is_nothing_to_go_back_to_on_a_first_day()
    {
        await Set();
        var (exit, said) = await Try("--rollback");
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.Contain("this is the first one"));
    }

    [Test]
    public async Task Systemd_finds_nothing_wrong_with_the_units_and_little_exposed()
    {
        await Set();
        string Unit(string name) => Path.Combine(_root, "etc/systemd/system", name);
        foreach (
            var unit in new[]
            {
                "kiosk.service",
                "kiosk-screen.service",
                "kiosk-backup.service",
                "kiosk-backup.timer",
                "kiosk-screen-wish.path",
                "kiosk-screen-wish.service",
                "kiosk-screen-turn@1.service",
                "kiosk-picture.socket",
                "kiosk-picture@1.service",
            }
        )
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
            await File.ReadAllTextAsync(Path.Combine(_root, "etc/chromium/policies/managed/kiosk.json"))
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

    private void MakeCurrent(string version)
    {
        File.Delete(Path.Combine(_root, MachineFiles.Current));
        File.CreateSymbolicLink(Path.Combine(_root, MachineFiles.Current), "versions/" + version);
    }

    private string Version(string link) => Path.GetFileName(new FileInfo(Path.Combine(_root, link)).LinkTarget!);

    /// <summary>Every file but the program, one after the other; the program's place and .NET's depend on the machine.</summary>
    private string Written()
    {
        var text = new StringBuilder();
        foreach (var path in Directory.EnumerateFileSystemEntries(_root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var (name, file) = (Path.GetRelativePath(_root, path), new FileInfo(path));
            if (file.LinkTarget is { } target)
            {
                text.AppendLine("=== " + name + " -> " + (name == MachineFiles.Current ? "versions/kiosk-VERSION" : target));
            }
            else if (file.Exists && !name.StartsWith("opt/", StringComparison.Ordinal)) // the program, also by its link
            {
                text.AppendLine("=== " + name + " " + Convert.ToString((int)file.UnixFileMode, 8)).AppendLine(File.ReadAllText(path));
            }
        }

        var dotnet = Path.GetFullPath(
            Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet")
        );
        return text.Replace(dotnet, "/usr/share/dotnet/dotnet").ToString();
    }

    private IReadOnlyList<(string Path, DateTime Written)> Stamps() =>
        [
            .. Directory
                .EnumerateFileSystemEntries(_root, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => (path, File.GetLastWriteTimeUtc(path))),
        ];

    private async Task<string> Set(params string[] arguments)
    {
        var (exit, said) = await Try(arguments);
        Assert.That(exit, Is.Zero, said);
        return said;
    }

    private Task<(int Exit, string Said)> Try(params string[] arguments) => BuiltProgram.Run(["setup", "--root", _root, .. arguments]);
}
