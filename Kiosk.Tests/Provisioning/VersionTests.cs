using System.Runtime.Versioning;
using Kiosk.App.Provisioning;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Setups;

/// <summary>The versions of the program beside one another: the newest, the one to go back to, and no other.</summary>
[Category("Process"), Platform("Linux"), SupportedOSPlatform("linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class VersionTests : SetupTest
{
    [Test]
    public async Task What_a_copy_that_was_cut_short_left_goes_with_the_next()
    {
        var left = Directory.CreateDirectory(Path.Combine(Root, MachineFiles.Versions, "kiosk-0.0.1-aaaaaaaa.part"));
        await Set();
        left.Refresh();
        Assert.That(left.Exists, Is.False);
    }

    [Test]
    public async Task A_newer_program_leaves_one_to_go_back_to_and_older_ones_go()
    {
        await Set();
        string[] names = ["kiosk-0.0.1-aaaaaaaa", "kiosk-0.0.2-bbbbbbbb"];
        foreach (var name in names)
        {
            Directory.CreateDirectory(Path.Combine(Root, MachineFiles.Versions, name));
        }

        var newest = Version(MachineFiles.Current);
        MakeCurrent(names[1]);
        Assert.That(await Set(), Does.Contain($"removed /{MachineFiles.Versions}/{names[0]}: a version that is no longer needed"));
        Assert.That((Version(MachineFiles.Current), Version(MachineFiles.Previous)), Is.EqualTo((newest, names[1])));
        Assert.That(Directory.EnumerateDirectories(Path.Combine(Root, MachineFiles.Versions)), Has.Exactly(2).Items);
    }

    /// <summary>The older version says something else in a unit.</summary>
    [Test]
    public async Task Going_back_brings_the_files_of_the_version_before_and_coming_forward_those_of_this_one()
    {
        await Set();
        var newest = Version(MachineFiles.Current);
        var older = Path.Combine(Root, MachineFiles.Versions, "kiosk-0.0.2-bbbbbbbb");
        Tool.Run("cp", "--archive", Path.Combine(Root, MachineFiles.Versions, newest), older);
        await File.AppendAllTextAsync(Path.Combine(older, "assets/machine/etc/systemd/system/kiosk.service"), "# of an older version\n");
        MakeCurrent(Path.GetFileName(older));
        await Set();
        var (now, unit) = (Written(), Path.Combine(Root, "etc/systemd/system/kiosk.service"));

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
            .CreateDirectory(Path.Combine(Root, MachineFiles.Versions, "kiosk-0.0.2-bbbbbbbb/assets/machine/etc/systemd/system"))
            .FullName;
        foreach (var folder in new[] { older, Path.Combine(Root, "etc/systemd/system") })
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "kiosk-given-up.service"), "");
        }

        MakeCurrent("kiosk-0.0.2-bbbbbbbb");
        Assert.That(await Set(), Does.Contain("removed /etc/systemd/system/kiosk-given-up.service"));
        Assert.That(File.Exists(Path.Combine(Root, "etc/systemd/system/kiosk-given-up.service")), Is.False);
    }

    [Test]
    public async Task A_version_that_is_no_program_is_not_gone_back_to()
    {
        await Set();
        var newest = Version(MachineFiles.Current);
        Directory.CreateDirectory(Path.Combine(Root, MachineFiles.Versions, "kiosk-0.0.2-bbbbbbbb"));
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
            Directory.CreateDirectory(Path.Combine(Root, MachineFiles.Versions, name));
        }

        var versions = new ProgramVersions(new MachineTree(Root, dry: false));
        foreach (var name in new[] { previous, Current, Bad }.OfType<string>())
        {
            versions.SwitchTo(name);
        }

        versions.TakeBack(Current, previous);
        versions.RemoveOthers();
        Assert.That((versions.Current, versions.Previous), Is.EqualTo((Current, previous)));
        Assert.That(
            Directory.EnumerateDirectories(Path.Combine(Root, MachineFiles.Versions)).Select(Path.GetFileName),
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

    private void MakeCurrent(string version)
    {
        File.Delete(Path.Combine(Root, MachineFiles.Current));
        File.CreateSymbolicLink(Path.Combine(Root, MachineFiles.Current), "versions/" + version);
    }

    private string Version(string link) => Path.GetFileName(new FileInfo(Path.Combine(Root, link)).LinkTarget!);
}
