using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Kiosk.App.Commands.Checks;
using Kiosk.Tests.Speech;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Machines;

/// <summary>
/// The appliance on a bare Debian with a real systemd: installed as a house installs it, switched on, mistreated, and there again.
/// </summary>
[TestFixture(BootedMachine.Bookworm)]
[TestFixture(BootedMachine.Trixie, Category = "Machine")]
[Category("Process"), Platform("Linux")]
internal sealed partial class MachineTests(string suite)
{
    private BootedMachine _machine = null!;
    private InstalledMachine _installed = null!;

    [OneTimeSetUp]
    public async Task SwitchOn()
    {
        _installed = await InstalledMachine.SwitchOnAsync(suite);
        _machine = _installed.Machine;
    }

    [OneTimeTearDown]
    public async Task SwitchOff()
    {
        if (_installed is not null)
        {
            await _installed.DisposeAsync();
        }
    }

    [SetUp]
    public async Task Stands()
    {
        await _machine.Until("active", "systemctl", "is-active", "kiosk");
        await _machine.Until("active", "systemctl", "is-active", "kiosk-screen");
    }

    [Test]
    public void It_is_set_up_by_one_command_and_a_second_run_changes_nothing()
    {
        Assert.That(_installed.SaidInstalling, Does.Contain("The kiosk answers."));
        Assert.That(_installed.SaidSettingUp.TrimEnd(), Does.EndWith("The kiosk answers."));
        Assert.That(SetUp(), Is.EqualTo("Nothing to change: everything is as it should be.\nThe kiosk answers."));
        Assert.That(_machine.Run("systemctl", "--failed", "--no-legend"), Is.Empty);
        Assert.That(_machine.Run("hostname").Trim(), Is.EqualTo("reception"));
    }

    /// <summary>
    /// One is run after each start of a system that is only read, where an update may begin meanwhile: it must not take that back.
    /// </summary>
    [Test]
    public void A_second_set_up_waits_for_the_first_and_takes_nothing_back()
    {
        var both = _machine.Run("sh", "-c", "kiosk setup >/run/one & kiosk setup >/run/other; wait; cat /run/one /run/other");
        Assert.That(Regex.Count(both, @"Another 'setup' \(process \d+\) is changing this machine"), Is.EqualTo(1), both);
        Assert.That(Regex.Count(both, "The kiosk answers"), Is.EqualTo(2), both);
        var inForce = _machine.Run("readlink", "/opt/kiosk/current");
        _machine.Run("cp", "--archive", "/opt/kiosk/" + inForce.Trim(), "/opt/kiosk/versions/kiosk-passed-over");
        Assert.That(
            _machine.Run("/opt/kiosk/versions/kiosk-passed-over/Kiosk.App", "setup"),
            Does.StartWith("Another version is in force").And.EndWith("nothing was changed.\n")
        );
        Assert.That(_machine.Run("readlink", "/opt/kiosk/current"), Is.EqualTo(inForce));
        _machine.Run("rm", "--recursive", "/opt/kiosk/versions/kiosk-passed-over");
    }

    [Test]
    public void Its_users_cannot_log_in_and_the_screen_may_not_read_what_the_kiosk_keeps()
    {
        foreach (var user in new[] { "kiosk", "kiosk-screen" })
        {
            Assert.That(_machine.Run("getent", "passwd", user), Does.EndWith(":/usr/sbin/nologin\n"));
            Assert.That(_machine.Run("getent", "shadow", user), Does.Match($"^{user}:[!*]"));
        }

        Assert.That(
            _machine.Run("stat", "--format=%U %a", "/var/lib/kiosk", "/var/lib/kiosk/secrets"),
            Is.EqualTo("kiosk 700\nkiosk 700\n")
        );
        Assert.That(_machine.Try("runuser", "-u", "kiosk-screen", "--", "ls", "/var/lib/kiosk").Exit, Is.Not.Zero);
    }

    /// <summary>By the running unit, not by its file: what the kernel or the version refuses would not count.</summary>
    [Test]
    public void Little_of_the_running_kiosk_is_exposed()
    {
        Assert.That(_machine.Try("systemd-analyze", "security", "--no-pager", "--threshold=20", "kiosk.service").Exit, Is.Zero);
        Assert.That(_machine.Run("sh", "-c", "grep NoNewPrivs /proc/$(systemctl show --value -p MainPID kiosk)/status"), Does.Contain("1"));
        Assert.That(
            _machine.Run("sh", "-c", "grep CapEff /proc/$(systemctl show --value -p MainPID kiosk)/status"),
            Does.Contain("0000000000000000")
        );
    }

    /// <summary>In each language that the program speaks; the code on it is read as a telephone would.</summary>
    [Test]
    public async Task It_prints_a_slip_in_every_script([ValueSource(typeof(PrintingChecks), nameof(PrintingChecks.Spoken))] string language)
    {
        _machine.Write(InstalledMachine.Paper, "");
        using var answer = await _machine.Client.PostAsync(new Uri($"/{language}/service/teeth/slip", UriKind.Relative), content: null);
        Assert.That((int)answer.StatusCode, Is.LessThan(400));
        var printer = new PaperPrinter(576) { ReceiveBufferBytes = int.MaxValue };
        printer.Take(await File.ReadAllBytesAsync(_machine.Inside(InstalledMachine.Paper)));
        using var folders = new KioskFolders();
        var picture = Path.Combine(folders.Root, "slip.pgm");
        await File.WriteAllBytesAsync(picture, printer.Slips.Single().ToGraymap(40));
        Assert.That(
            Encoding.UTF8.GetString(Tool.Run("zbarimg", "-q", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", picture)),
            Does.StartWith("BEGIN:VCARD")
        );
    }

    /// <summary>
    /// A tablet is paired over the encrypted line as staff do it, by the code on the console, and hears the visitor who asks for a person.
    /// </summary>
    [Test]
    public async Task The_bell_rings_on_a_paired_tablet()
    {
        var tablet = await Tablet();
        await using var live = await tablet.Caller.GetStreamAsync(new Uri("/live", UriKind.Relative));
        using var events = new StreamReader(live);
        await events.ReadLineAsync(); // it is connected
        using var asked = await _machine.Client.PostAsync(new Uri("/fr/person", UriKind.Relative), content: null);
        Assert.That(asked.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        while (await events.ReadLineAsync() is { } line && !line.Contains("bell", StringComparison.Ordinal))
        {
            // Other news come before.
        }

        Assert.That(await tablet.Caller.GetStringAsync(new Uri("/", UriKind.Relative)), Does.Contain("class=\"bell\""));
    }

    /// <summary>The unit lets it run espeak-ng, which has to come through its filters too.</summary>
    [Test]
    public async Task It_speaks() => Assert.That(await Speaks("Добрий день"));

    /// <summary>
    /// What is said at a touch could tell what a visitor heard: nothing of it is laid aside on the disk, which here takes nothing.
    /// </summary>
    [Test]
    public async Task What_it_says_is_laid_aside_in_memory_alone()
    {
        string[] there = ["nsenter", "--mount", "--target", Process("kiosk")];
        _machine.Run([.. there, "mount", "-t", "tmpfs", "-o", "ro", "tmpfs", "/tmp"]);
        try
        {
            Assert.That(await Speaks("До побачення"));
        }
        finally
        {
            _machine.Run([.. there, "umount", "/tmp"]);
        }
    }

    private async Task<bool> Speaks(string text) =>
        (await Heard.In(await _machine.Client.GetByteArrayAsync(new Uri("/speech/uk?text=" + text, UriKind.Relative)))).Seconds > 0.3;

    [Test]
    public async Task Killed_the_kiosk_is_back_and_its_screen_never_left()
    {
        var (kiosk, screen) = (Process("kiosk"), Process("kiosk-screen"));
        _machine.Run("systemctl", "kill", "--signal=KILL", "kiosk");
        await ComesBack("kiosk", kiosk);
        Assert.That(Process("kiosk-screen"), Is.EqualTo(screen));
    }

    /// <summary>A program that stands still answers nobody: SIGSTOP is as near to one as a test comes.</summary>
    [Test]
    public async Task Standing_still_the_kiosk_is_started_anew_by_the_watchdog()
    {
        var kiosk = Process("kiosk");
        _machine.Run("systemctl", "kill", "--signal=STOP", "--kill-whom=main", "kiosk");
        await ComesBack("kiosk", kiosk);
        Assert.That(_machine.Run("journalctl", "--no-pager", "--unit", "kiosk"), Does.Contain("Watchdog timeout"));
    }

    /// <summary>Both restart by themselves, so a set-up that stops the kiosk may meet a screen that just begins anew.</summary>
    [Test]
    public async Task A_screen_that_starts_does_not_cancel_a_stop_of_the_kiosk()
    {
        const string Override = "/etc/systemd/system/kiosk.service.d/slow.conf";
        var kiosk = Process("kiosk");
        _machine.Write(Override, "[Service]\nExecStop=/bin/sh -c 'until [ -e /run/kiosk/go ]; do sleep 0.1; done'\n");
        _machine.Run("systemctl", "daemon-reload");
        try
        {
            var stop = Task.Run(() => _machine.Try("systemctl", "stop", "kiosk"));
            await _machine.Until("deactivating", "systemctl", "is-active", "kiosk");
            _machine.Run("systemctl", "--no-block", "restart", "kiosk-screen");
            _machine.Run("touch", "/run/kiosk/go");
            Assert.That(await stop, Is.EqualTo((0, "")));
        }
        finally
        {
            _machine.Run("rm", "--force", Override, "/run/kiosk/go");
            _machine.Run("systemctl", "daemon-reload");
            _machine.Run("systemctl", "start", "kiosk");
        }

        await ComesBack("kiosk", kiosk);
        await _machine.Until("active", "systemctl", "is-active", "kiosk-screen");
    }

    [Test]
    public async Task Killed_or_closed_the_screen_is_back([Values("KILL", "TERM")] string signal)
    {
        var screen = Process("kiosk-screen");
        _machine.Run("systemctl", "kill", $"--signal={signal}", "kiosk-screen");
        await ComesBack("kiosk-screen", screen);
    }

    [Test]
    public async Task The_kiosk_may_wish_its_screen_off_on_and_anew_and_nothing_else()
    {
        Wish("off");
        await _machine.Until("inactive", "systemctl", "is-active", "kiosk-screen");
        Wish("$(touch /run/owned); poweroff");
        Wish("on");
        await _machine.Until("active", "systemctl", "is-active", "kiosk-screen");
        Assert.That(_machine.Try("test", "-e", "/run/owned").Exit, Is.EqualTo(1));
        var screen = Process("kiosk-screen");
        Wish("restart");
        await ComesBack("kiosk-screen", screen);
    }

    [Test]
    public void The_screen_keeps_its_profile_in_memory_and_loses_it_when_it_stops()
    {
        Assert.That(_machine.Run("stat", "--file-system", "--format=%T", "/run/kiosk-screen/profile").Trim(), Is.EqualTo("tmpfs"));
        _machine.Run("systemctl", "stop", "kiosk-screen");
        Assert.That(_machine.Try("test", "-e", "/run/kiosk-screen").Exit, Is.EqualTo(1));
        _machine.Run("systemctl", "start", "kiosk-screen");
    }

    [Test]
    public void What_the_kiosk_runs_without_does_not_stop_the_setup()
    {
        _machine.Run("systemctl", "mask", "--now", "--runtime", "avahi-daemon.service", "avahi-daemon.socket");
        try
        {
            Assert.That(SetUp(), Does.Contain("The set-up goes on without it"));
        }
        finally
        {
            _machine.Run("systemctl", "unmask", "--runtime", "avahi-daemon.service", "avahi-daemon.socket");
            _machine.Run("systemctl", "start", "avahi-daemon.service");
        }
    }

    [Test]
    public void The_journal_is_in_memory_and_no_dump_is_kept()
    {
        Assert.That(_machine.Run("journalctl", "--header", "--unit", "kiosk"), Does.Contain("File path: /run/log/journal/"));
        Assert.That(File.ReadAllText(_machine.Inside("/run/kernel/kernel-core_pattern")), Does.StartWith("|/bin/false"));
        Assert.That(
            _machine.Run("sh", "-c", "grep 'core file' /proc/$(systemctl show --value -p MainPID kiosk)/limits"),
            Does.Match("core file size +0 +0")
        );
    }

    /// <summary>The version that does not come up listens where nobody looks; it is given two minutes.</summary>
    [Test, Category("Machine")]
    public async Task An_update_that_does_not_come_up_is_taken_back_and_one_can_go_back_by_hand()
    {
        var before = _machine.Run("readlink", "/opt/kiosk/current");
        _machine.Run("cp", "--recursive", "/usr/lib/kiosk", "/tmp/newer");
        _machine.Write("/tmp/newer/appsettings.json", """{ "Kiosk": { "VisitorUrl": "http://127.0.0.1:5998" } }""");
        var (exit, said) = _machine.Try("/tmp/newer/Kiosk.App", "setup");
        Assert.That(exit, Is.EqualTo(1), said);
        Assert.That(said, Does.Contain("The version before is taken back."));
        Assert.That(_machine.Run("readlink", "/opt/kiosk/current"), Is.EqualTo(before));
        using var answer = await _machine.Client.GetAsync(new Uri("/health", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    /// <summary>
    /// What a machine of the test's own cannot have is a network and its time, and a kernel of its own that counts its memory; and nobody
    /// paired a tablet with it.
    /// </summary>
    [Test]
    public void The_doctor_finds_it_well_and_sees_what_stops()
    {
        _machine.Run("systemctl", "start", "kiosk-backup.service");
        var (exit, said) = _machine.Try("kiosk", "doctor");
        Assert.That(
            said.Split('\n')
                .Where(line =>
                    !line.StartsWith("well", StringComparison.Ordinal)
                    && line.Length > 0
                    && !line.Contains("The time comes from the network", StringComparison.Ordinal)
                    && !line.Contains("has a ceiling", StringComparison.Ordinal)
                    && !line.StartsWith("note  Tablets paired: 0", StringComparison.Ordinal)
                ),
            Is.Empty
        );
        Assert.That(exit, Is.Zero);

        _machine.Run("systemctl", "stop", "kiosk-screen", "avahi-daemon");
        (exit, said) = _machine.Try("kiosk", "doctor");
        Assert.That(
            said,
            Does.Contain("well  The screen's compositor (cage) starts")
                .And.Contain("LOOK  The screen: inactive: 'sudo systemctl restart kiosk-screen.service'")
                .And.Contain("LOOK  The name for tablets: inactive")
        );
        Assert.That(exit, Is.EqualTo(1));
        _machine.Run("systemctl", "start", "kiosk-screen", "avahi-daemon");
        _machine.Run("sh", "-c", "umask 077; printf on > /run/kiosk/screen && chown kiosk: /run/kiosk/screen");
        Assert.That(_machine.Try("runuser", "-u", "nobody", "--", "kiosk", "doctor").Said, Does.Contain("run doctor with sudo"));
    }

    /// <summary>
    /// Without Xwayland Debian 12's cage ends at once; the screen would stay black, and systemd only says that it starts it again.
    /// </summary>
    [Test]
    public void The_doctor_says_why_a_screen_stays_black()
    {
        Assume.That(suite, Is.EqualTo(BootedMachine.Bookworm), "Debian 13's cage does without.");
        _machine.Run("mv", "/usr/bin/Xwayland", "/usr/bin/Xwayland.away");
        var (_, said) = _machine.Try("kiosk", "doctor");
        _machine.Run("mv", "/usr/bin/Xwayland.away", "/usr/bin/Xwayland");
        Assert.That(said, Does.Match("LOOK +The screen's compositor .*setup.*Cannot find Xwayland"));
    }

    [Test]
    public void The_nightly_backup_is_made_by_its_unit_and_read_by_nobody_else()
    {
        _machine.Run("systemctl", "start", "kiosk-backup.service");
        Assert.That(_machine.Run("ls", "/var/backups/kiosk"), Does.Match("^kiosk-[0-9-]+\\.zip\n$"));
        Assert.That(_machine.Run("stat", "--format=%U %a", "/var/backups/kiosk"), Is.EqualTo("kiosk 700\n"));
        Assert.That(_machine.Run("systemctl", "list-timers", "--no-pager", "--no-legend"), Does.Contain("kiosk-backup.timer"));
    }

    /// <summary>Into a folder that is root's alone, as a home or a stick is not the kiosk's.</summary>
    [Test]
    public void A_backup_by_hand_is_written_where_it_was_asked_for_and_comes_back_as_the_kiosks_own()
    {
        _machine.Run("mkdir", "--parents", "--mode=700", "/media/stick");
        _machine.Run("sh", "-c", "cd /media/stick && kiosk backup house.zip");
        _machine.Run("systemctl", "stop", "kiosk");
        _machine.Run("kiosk", "restore", "/media/stick/house.zip", "--yes");
        Assert.That(_machine.Run("find", "/var/lib/kiosk", "!", "-user", "kiosk"), Is.Empty);
        _machine.Run("systemctl", "start", "kiosk");
        Assert.That(_machine.Run("kiosk", "doctor"), Does.Not.Contain("LOOK"));
    }

    /// <summary>The first tablet of this machine, paired over the encrypted line as staff do it, by the code on the console.</summary>
    private async Task<StaffForms> Tablet()
    {
        if (_installed.Tablet is null)
        {
            var trust = StaffForms.Trusting(_machine.Inside("/var/lib/kiosk/secrets/authority.pem"));
            var tablet = new StaffForms(_machine.Caller("https://127.0.0.1:5443", trust));
            var said = _machine.Run("journalctl", "--no-pager", "--unit", "kiosk");
            var code = Regex.Match(said, @"type (\d{3} \d{3})", RegexOptions.RightToLeft).Groups[1].Value;
            using var paired = await tablet.Post(
                "/pair",
                "/pair",
                ("Code", code),
                ("Name", "Accueil"),
                ("Pin", "2468"),
                ("PinAgain", "2468")
            );
            Assert.That(paired.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther), await paired.Content.ReadAsStringAsync());
            _installed.Tablet = tablet;
        }

        return _installed.Tablet;
    }

    private string SetUp(params string[] arguments) => _machine.Run(["kiosk", "setup", .. arguments]).TrimEnd();

    private string Process(string unit) => _machine.Run("systemctl", "show", "--value", "--property=MainPID", unit).Trim();

    /// <summary>As the kiosk's own user, which may do no more.</summary>
    private void Wish(string word) =>
        _machine.Run("runuser", "-u", "kiosk", "--", "sh", "-c", "printf %s \"$1\" > /run/kiosk/screen", "sh", word);

    private async Task ComesBack(string unit, string before)
    {
        await _machine.Until(
            "active",
            "sh",
            "-c",
            $"test \"$(systemctl show --value -p MainPID {unit})\" != {before} && systemctl is-active {unit}"
        );
        using var answer = await _machine.Client.GetAsync(new Uri("/health", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }
}
