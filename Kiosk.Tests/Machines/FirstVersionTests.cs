using System.Text.RegularExpressions;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Machines;

/// <summary>
/// A machine that was set up with 0.1.0, which had no package and ran on a .NET that somebody had installed: the package takes it over with
/// all that the house has, and one can go back.
/// </summary>
[TestFixture(BootedMachine.Bookworm)]
[TestFixture(BootedMachine.Trixie)]
[Category("Process"), Category("Machine"), Platform("Linux")]
internal sealed class FirstVersionTests(string suite)
{
    /// <summary>The last commit that was 0.1.0.</summary>
    private const string LastOfIt = "2e9b755~1";

    private const string Cell = "topic/housing";

    private readonly KioskFolders _folders = new();
    private BootedMachine _machine = null!;

    [OneTimeSetUp]
    public async Task SwitchOn()
    {
        Assume.That(BootedMachine.IsPossible, "Only root can boot a machine of its own.");
        var program = Publish(_folders.Work);
        _machine = await BootedMachine.BootAsync(suite);
        InstalledMachine.DrawWithoutDisplay(_machine);
        Tool.Run("cp", "--archive", program, _machine.Inside("/root/program"));
        LendDotNet();
        _machine.Run("apt-get", "update", "--quiet=2");
        _machine.Run(
            "apt-get",
            "install",
            "--yes",
            "--quiet=2",
            "--no-install-recommends",
            suite == BootedMachine.Trixie ? "libicu76" : "libicu72"
        );
        _machine.Run("dotnet", "/root/program/Kiosk.App.dll", "setup", "--Kiosk:Clock=believe", "--Kiosk:ScreenOff=never");
    }

    [OneTimeTearDown]
    public async Task SwitchOff()
    {
        if (_machine is not null)
        {
            await _machine.DisposeAsync();
        }

        _folders.Dispose();
    }

    [Test]
    public async Task The_package_takes_it_over_with_its_counts_and_one_can_go_back()
    {
        await _machine.TapAsync(Cell);
        var settings = _machine.Run("cat", "/etc/kiosk/kiosk.env");
        var topics = await Topics();

        _machine.Run("apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends", _machine.Bring(BuiltPackage.Path, "/root"));
        await _machine.TapAsync(Cell);
        Assert.That(_machine.Taps(Cell), Is.EqualTo(2));
        Assert.That(_machine.Run("cat", "/etc/kiosk/kiosk.env"), Is.EqualTo(settings));
        Assert.That(await Topics(), Is.EqualTo(topics).And.Not.Empty);
        Assert.That(_machine.Run("systemctl", "show", "--property=ExecStart", "kiosk"), Does.Not.Contain("dotnet"));
        Assert.That(_machine.Try("kiosk", "doctor").Said, Does.Not.Contain("LOOK"));

        _machine.Run("kiosk", "setup", "--rollback");
        await _machine.TapAsync(Cell);
        Assert.That(_machine.Taps(Cell), Is.EqualTo(3));
        Assert.That(_machine.Run("systemctl", "show", "--property=ExecStart", "kiosk"), Does.Contain("dotnet"));
    }

    private async Task<string[]> Topics() =>
        [
            .. Regex
                .Matches(await _machine.Client.GetStringAsync(new Uri("/fr/", UriKind.Relative)), "/fr/topic/[a-z-]+")
                .Select(topic => topic.Value)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <returns>The program as its README had it copied.</returns>
    private static string Publish(string folder)
    {
        var (checkout, program) = (Path.Combine(folder, "checkout"), Path.Combine(folder, "program"));
        Tool.Run("git", "clone", "--quiet", SourceTree.Root, checkout);
        Tool.Run("git", "-C", checkout, "checkout", "--quiet", LastOfIt);
        Tool.Run("dotnet", "publish", Path.Combine(checkout, "Kiosk.App"), "--output", program, "-p:RunAnalyzers=false");
        return program;
    }

    /// <summary>Lays the .NET that runs this test where 0.1.0's README had it installed.</summary>
    private void LendDotNet()
    {
        var runtime = new DirectoryInfo(Path.GetDirectoryName(typeof(object).Assembly.Location)!); // …/shared/Microsoft.NETCore.App/10.0.1
        var dotnet = runtime.Parent!.Parent!.Parent!.FullName;
        _machine.Run("mkdir", "--parents", "/usr/share/dotnet/shared");
        Tool.Run("cp", "--archive", Path.Combine(dotnet, "dotnet"), Path.Combine(dotnet, "host"), _machine.Inside("/usr/share/dotnet"));
        foreach (var framework in (string[])["Microsoft.NETCore.App", "Microsoft.AspNetCore.App"])
        {
            Tool.Run("cp", "--archive", Path.Combine(dotnet, "shared", framework), _machine.Inside("/usr/share/dotnet/shared"));
        }

        _machine.Run("ln", "--symbolic", "/usr/share/dotnet/dotnet", "/usr/local/bin/dotnet");
    }
}
