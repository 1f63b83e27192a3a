using System.IO.Enumeration;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Kiosk.App.Provisioning;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Setups;

/// <summary>The Debian package: what is in it, what it asks for, and what its program does in a folder.</summary>
[Category("Process"), Platform("Linux"), SupportedOSPlatform("linux")]
public sealed class PackageTests : IDisposable
{
    private readonly KioskFolders _folders = new();

    [OneTimeSetUp]
    public void Make() => Assert.That(BuiltPackage.Path, Does.EndWith(".deb").And.Match(@"/kiosk_[^/_]+_[a-z0-9]+\.deb$"));

    public void Dispose() => _folders.Dispose();

    [Test]
    public void It_asks_for_what_the_one_list_names_and_suggests_a_print_server()
    {
        var needed = Packages.Needed.Select(package => string.Join(" | ", package.Names)).ToList();
        Assert.That(
            BuiltPackage.Field("Depends").Split(", "),
            Is.EquivalentTo(needed.Where(name => name != "cups").Append("debconf | debconf-2.0"))
        );
        Assert.That(needed, Does.Contain(BuiltPackage.Field("Suggests")));
    }

    /// <summary>A build between two releases is older than the one that follows, by Debian's own order.</summary>
    [Test]
    public void Its_version_is_not_newer_than_the_release_it_leads_to()
    {
        var release = Regex.Match(SourceTree.Read("Directory.Build.props"), "<Version>(.*)</Version>").Groups[1].Value;
        Assert.That(BuiltPackage.Field("Version"), Does.Match($@"^{Regex.Escape(release)}(~git\d{{14}}\.[0-9a-f]+(\.changed)?)?$"));
        Tool.Run("dpkg", "--compare-versions", BuiltPackage.Field("Version"), "le", release);
    }

    [Test]
    public void Everything_in_it_is_roots_and_lies_below_usr()
    {
        var lines = BuiltPackage.Text("dpkg-deb", "--contents", BuiltPackage.Path).TrimEnd().Split('\n');
        var files = lines.Select(line => Regex.Match(line, @"^(?<mode>\S+) (?<owner>\S+) +\d+ \S+ \S+ \.(?<path>/.*)$")).ToList();
        Assert.That(files.Select(file => file.Groups["owner"].Value).Distinct(), Is.EqualTo(new[] { "root/root" }));
        Assert.That(
            files
                .Where(file => !Regex.IsMatch(file.Groups["mode"].Value, "^(drwxr-xr-x|-rw-r--r--|-rwxr-xr-x)$"))
                .Select(file => file.Value),
            Is.Empty
        );
        Assert.That(
            files
                .Select(file => file.Groups["path"].Value)
                .Where(path => !Regex.IsMatch(path, "^/(usr/((lib|share)/((kiosk|doc|lintian)/.*)?)?)?$")),
            Is.Empty
        );
    }

    /// <summary>No picture of memory (privacy promise P5), no place of the machine that packed it.</summary>
    [Test]
    public void It_brings_no_program_that_writes_memory_to_a_disk_and_no_path_of_its_builder()
    {
        var root = Unpacked();
        Assert.That(File.Exists(Path.Combine(root, "usr/lib/kiosk/createdump")), Is.False);
        var own = Directory.EnumerateFiles(Path.Combine(root, "usr/lib/kiosk"), "Kiosk.*");
        Assert.That(own.Where(file => File.ReadAllText(file).Contains(SourceTree.PathOf("."), StringComparison.Ordinal)), Is.Empty);
    }

    /// <summary>A library that comes or goes has to come and go in packaging/copyright.</summary>
    [Test]
    public void Every_work_of_others_in_it_is_named_with_its_licence()
    {
        var folder = Path.Combine(Unpacked(), "usr/lib/kiosk");
        var named = File.ReadLines(SourceTree.PathOf("packaging/copyright"))
            .Where(line => line.StartsWith("Files: usr/lib/kiosk/", StringComparison.Ordinal))
            .SelectMany(line => line["Files: ".Length..].Split(' '))
            .Select(pattern => pattern["usr/lib/kiosk/".Length..])
            .ToList();
        Assert.That(named.Where(pattern => Directory.GetFileSystemEntries(folder, pattern).Length == 0), Is.Empty, "no longer there");
        var others = Directory
            .EnumerateFiles(folder, "*.dll")
            .Concat(Directory.EnumerateFiles(folder, "*.so"))
            .Select(file => Path.GetFileName(file))
            .Where(name => !name.StartsWith("Kiosk.", StringComparison.Ordinal));
        Assert.That(
            others.Where(name => !named.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false))),
            Is.Empty
        );
    }

    [Test]
    public void Debians_own_check_finds_nothing() =>
        Assert.That(
            BuiltPackage.Text(
                "lintian",
                "--no-cfg",
                "--allow-root",
                "--fail-on",
                "error,warning",
                "--tag-display-limit",
                "0",
                BuiltPackage.Path
            ),
            Is.Empty
        );

    [Test]
    public void Its_program_is_on_the_disk_once_and_needs_no_other_dotnet()
    {
        var root = Unpacked();
        Run(Path.Combine(root, "usr/lib/kiosk/Kiosk.App"), "setup", "--root", root);
        var current = Path.Combine(root, MachineFiles.Current);
        foreach (var name in new[] { "Kiosk.App", "libcoreclr.so", "assets/languages/fr.json" })
        {
            Assert.That(Stat(Path.Combine(current, name)), Is.EqualTo(Stat(Path.Combine(root, "usr/lib/kiosk", name))), name);
        }

        Assert.That(Starts(root), Is.EqualTo("/opt/kiosk/current/Kiosk.App --no-open --keep-going"));
        Assert.That(File.ReadAllText(Path.Combine(root, "usr/local/sbin/kiosk")), Does.Contain("/opt/kiosk/current/Kiosk.App \"$@\""));
        Assert.That(Run(Path.Combine(current, "Kiosk.App"), "setup", "--root", root), Does.StartWith("Nothing to change"));
    }

    /// <summary>As a newer package replaces it: by another file of the same name.</summary>
    [Test]
    public void A_newer_package_leaves_the_version_in_force_as_it_is()
    {
        var root = Unpacked();
        Run(Path.Combine(root, "usr/lib/kiosk/Kiosk.App"), "setup", "--root", root);
        var (packaged, inForce) = (
            Path.Combine(root, "usr/lib/kiosk/Kiosk.Core.dll"),
            Path.Combine(root, MachineFiles.Current, "Kiosk.Core.dll")
        );
        var before = File.ReadAllBytes(inForce);
        File.WriteAllText(packaged + ".dpkg-new", "another one");
        File.Move(packaged + ".dpkg-new", packaged, overwrite: true);
        Assert.That(File.ReadAllBytes(inForce), Is.EqualTo(before));
    }

    /// <summary>0.1.0 ran on the machine's .NET: its units have to name it again.</summary>
    [Test]
    public async Task One_can_go_back_to_a_version_that_needs_dotnet_and_forward_again()
    {
        var root = Unpacked();
        var (exit, said) = await BuiltProgram.Run("setup", "--root", root);
        Assert.That(exit, Is.Zero, said);
        Run(Path.Combine(root, "usr/lib/kiosk/Kiosk.App"), "setup", "--root", root);
        Assert.That(Starts(root), Does.Not.Contain("dotnet"));

        Run(Path.Combine(root, MachineFiles.Current, "Kiosk.App"), "setup", "--rollback", "--root", root);
        Assert.That(Starts(root), Does.Match("^/.*/dotnet /opt/kiosk/current/Kiosk.App.dll --no-open"));
        Assert.That(File.Exists(Path.Combine(root, MachineFiles.Current, "libcoreclr.so")), Is.False);

        Assert.That((await BuiltProgram.Run("setup", "--rollback", "--root", root)).Exit, Is.Zero);
        Assert.That(Starts(root), Does.StartWith("/opt/kiosk/current/Kiosk.App --no-open"));
    }

    private string Unpacked()
    {
        var root = Directory.CreateDirectory(Path.Combine(_folders.Work, Path.GetRandomFileName())).FullName;
        BuiltPackage.Unpack(root);
        return root;
    }

    /// <summary>With nothing of this machine's .NET in sight.</summary>
    private static string Run(string program, params string[] arguments) =>
        BuiltPackage.Text("env", ["--ignore-environment", "PATH=/usr/bin:/bin", program, .. arguments]);

    private static string Starts(string root) =>
        File.ReadLines(Path.Combine(root, "etc/systemd/system/kiosk.service"))
            .Single(line => line.StartsWith("ExecStart=", StringComparison.Ordinal))["ExecStart=".Length..];

    /// <summary>Disk and number of the file on it.</summary>
    private static string Stat(string file) => BuiltPackage.Text("stat", "--dereference", "--format=%d %i", file);
}
