using System.Net;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Machines;

/// <summary><c>deploy-kiosk.ps1 -Target</c> for real: from a checkout, over ssh, to a bare Debian.</summary>
[TestFixture(BootedMachine.Bookworm)]
[TestFixture(BootedMachine.Trixie)]
[Category("Process"), Category("Machine"), Platform("Linux")]
internal sealed class DeployTests(string suite)
{
    /// <summary>A version that does not come up: it listens where nobody looks.</summary>
    private const string Elsewhere = """{ "Kiosk": { "VisitorUrl": "http://127.0.0.1:5998" } }""";

    /// <summary>Brings what is not committed from one checkout into another.</summary>
    private const string AsItIsNow = """
        cd "$1" && git ls-files -z --cached --others --exclude-standard |
          tar --create --null --files-from=- --ignore-failed-read | tar --extract --directory="$2"
        """;

    private const int Done = 0;
    private const int CouldNot = 1;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kiosk-deploy-");
    private BootedMachine _machine = null!;
    private SshServer _server = null!;
    private string _checkout = "";

    [OneTimeSetUp]
    public async Task SwitchOn()
    {
        Assume.That(BootedMachine.IsPossible, "Only root can boot a machine of its own.");
        _machine = await BootedMachine.BootAsync(suite);
        _server = new SshServer(_machine, _folder.CreateSubdirectory("ssh").FullName);
        _checkout = Path.Combine(_folder.FullName, "checkout");
        Tool.Run("git", "clone", "--quiet", SourceTree.Root, _checkout);
        Tool.Run("sh", "-c", AsItIsNow, "sh", SourceTree.Root, _checkout);
    }

    [OneTimeTearDown]
    public async Task SwitchOff()
    {
        _folder.Delete(recursive: true);
        if (_machine is not null)
        {
            await _machine.DisposeAsync();
        }
    }

    /// <summary>One after the other on one machine, as a house lives through it.</summary>
    [Test]
    public async Task A_machine_is_set_up_brought_up_to_date_kept_from_a_bad_version_and_taken_back()
    {
        var said = await Deploy(Done, "-Name", "reception", "-Setting", "Kiosk:Volume=50,Kiosk:Clock=believe");
        Assert.That(said, Does.Contain("The kiosk answers."));
        Assert.That(_machine.Run("hostname").Trim(), Is.EqualTo("reception"));
        Assert.That(_machine.Run("cat", "/etc/kiosk/kiosk.env"), Does.Contain("Kiosk__Volume=50").And.Contain("Kiosk__Clock=believe"));
        var first = await InForce();
        Assert.That(
            await Deploy(CouldNot, "-Rollback"),
            Does.Contain("There is no version to go back to")
                .And.EndWith("Going back on pi@kiosk.example failed: ssh ended with 1, and said why above.")
        );

        Change("assets/newer.txt", "A newer version.");
        await Deploy(Done);
        var second = await InForce();
        Assert.That(second, Is.Not.EqualTo(first));
        Assert.That(_machine.Run("cat", "/etc/kiosk/kiosk.env"), Does.Contain("Kiosk__Volume=50"));

        Change("Kiosk.App/appsettings.json", Elsewhere);
        Assert.That(
            await Deploy(CouldNot),
            Does.Contain("The version before is taken back.")
                .And.EndWith("Setting up pi@kiosk.example failed: ssh ended with 100, and said why above.")
        ); // apt-get(8): "100 on error"
        Assert.That(await InForce(), Is.EqualTo(second));

        await Deploy(Done, "-Rollback");
        Assert.That(await InForce(), Is.EqualTo(first));

        Change("Kiosk.App/appsettings.json", "{}");
        await Deploy(Done);
        Assert.That(await InForce(), Is.Not.EqualTo(first));
        Assert.That(_machine.Run("ls", "/home/pi"), Is.Empty);
    }

    [Test]
    public async Task A_machine_that_does_not_know_the_key_is_not_touched()
    {
        var (exit, said) = await PowerShell.RunAsync(_server.Programs, "-File", Script, "-Target", "root@kiosk.example");
        Assert.That(exit, Is.EqualTo(1), said);
        Assert.That(
            said,
            Does.Contain("Permission denied").And.EndWith("root@kiosk.example cannot be reached: 'ssh root@kiosk.example' must work first.")
        );
    }

    private string Script => Path.Combine(_checkout, "deploy-kiosk.ps1");

    private async Task<string> Deploy(int expected, params string[] arguments)
    {
        string[] command = ["-Target", SshServer.Target, .. arguments];
        var (exit, said) = await PowerShell.RunAsync(_server.Programs, ["-File", Script, .. command]);
        await TestContext.Out.WriteLineAsync($"> ./deploy-kiosk.ps1 {string.Join(' ', command)}\n{said}\n(exit code {exit})\n");
        Assert.That(exit, Is.EqualTo(expected), said);
        return said;
    }

    /// <returns>The version that answers; it does.</returns>
    private async Task<string> InForce()
    {
        using var answer = await _machine.Client.GetAsync(new Uri("/health", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return _machine.Run("readlink", "/opt/kiosk/current");
    }

    /// <summary>Lays a file of its own into the checkout: what is deployed next is another version.</summary>
    private void Change(string path, string text) => File.WriteAllText(Path.Combine(_checkout, path), text);
}
