using System.Net;
using System.Text.RegularExpressions;
using Kiosk.Core.Storage;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>The command <c>recover</c>: the machine's own console makes a coordinator's tablet where none is left.</summary>
[Category("Process"), Platform("Linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed partial class RecoverTests : IDisposable
{
    private readonly KioskFolders _folders = new();
    private readonly string _staffAddress = $"https://127.0.0.1:{KioskProcess.FreePort()}";

    public void Dispose() => _folders.Dispose();

    [Test]
    public async Task A_code_of_the_console_is_typed_on_the_pad_once_and_makes_a_coordinator()
    {
        await using var kiosk = await KioskProcess.StartAsync(_folders, "--Kiosk:StaffUrl=" + _staffAddress);
        var (exit, said, complaint) = await Recover();
        Assert.That((exit, complaint), Is.EqualTo((0, "")));
        var code = ConsoleCode().Match(said).Value.Replace(" ", "", StringComparison.Ordinal);

        using var tablet = StaffForms.Of(_folders, _staffAddress, new CookieContainer());
        using var paired = await tablet.Post("/pair", "/pair", ("Code", await Square(kiosk, code)), ("Name", "Retrouvée"));
        Assert.That(paired.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        var devices = await tablet.Caller.GetStringAsync(new Uri("/devices", UriKind.Relative));
        Assert.That(devices, Does.Contain("handler=Another"), "it coordinates");
        Assert.That(devices, Does.Contain("coordinatrice par un code"), "and every tablet says how");
        Assert.That(await Square(kiosk, code), Is.Empty, "a second time");
        Assert.That(kiosk.Said + kiosk.Complained, Does.Not.Contain(code));
    }

    /// <summary>What a house without a tablet has in place of a PIN.</summary>
    [Test]
    public async Task A_house_that_went_without_a_tablet_has_its_first_by_the_console()
    {
        Directory.CreateDirectory(_folders.Data);
        await File.WriteAllTextAsync(new DataFolder(_folders.Data).WithoutTablet, "");
        await using var kiosk = KioskProcess.Begin(_folders, "--Kiosk:StaffUrl=" + _staffAddress);
        Assert.That(await kiosk.ReadyAsync(), () => kiosk.Complained);
        var code = ConsoleCode().Match((await Recover()).Said).Value.Replace(" ", "", StringComparison.Ordinal);
        using var tablet = StaffForms.Of(_folders, _staffAddress, new CookieContainer());
        using var paired = await tablet.Post(
            "/pair",
            "/pair",
            ("Code", await Square(kiosk, code)),
            ("Name", "Bureau"),
            ("Pin", "13579"),
            ("PinAgain", "13579")
        );
        Assert.That(paired.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther), await paired.Content.ReadAsStringAsync());
        Assert.That(await Square(kiosk, "13579"), Is.Not.Empty, "from then on the PIN opens pairing");
        Assert.That(await kiosk.Health(), Does.Contain("\"paired\":1"));
    }

    [Test]
    public async Task Where_no_kiosk_is_or_the_first_tablet_is_yet_to_come_it_says_so_and_gives_none()
    {
        Assert.That(
            await Recover(),
            Is.EqualTo(
                (1, "", $"There is no data folder {_folders.Data}: start the kiosk once, or name its folder with --Kiosk:Data=FOLDER.")
            )
        );
        StaffDatabase.Open(new DataFolder(_folders.Data), null).Dispose();
        var (exit, said, complaint) = await Recover();
        Assert.That((exit, said), Is.EqualTo((1, "")));
        Assert.That(complaint, Does.Contain("No code was made"));
    }

    /// <summary>Root could write there, and the kiosk could not read it.</summary>
    [Test]
    public async Task Another_user_than_the_kiosks_is_told_whose_it_is()
    {
        Assume.That(Environment.IsPrivilegedProcess, "Only root can give a folder away.");
        PairedFolder.Prepare(_folders.Data);
        Tool.Run("chown", "--recursive", "65534", _folders.Data);
        var (exit, said, complaint) = await Recover();
        Assert.That((exit, said), Is.EqualTo((1, "")));
        Assert.That(complaint, Does.Contain("sudo kiosk recover"));
        Assert.That(File.Exists(Path.Combine(_folders.Data, "secrets", "recovery.json")), Is.False);
    }

    private Task<(int Exit, string Said, string Complaint)> Recover() => ConsoleCommand.Run(_folders, "recover");

    /// <summary>Types a PIN on the kiosk's pad.</summary>
    /// <returns>The code beside the square that follows; empty when none does.</returns>
    private static async Task<string> Square(KioskProcess kiosk, string pin)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("pin", pin)]);
        using var answer = await kiosk.Client.PostAsync(new Uri(App.Visitor.Pairing.PairingPage.Path, UriKind.Relative), form);
        return SquareCode().Match(await answer.Content.ReadAsStringAsync()).Value;
    }

    [GeneratedRegex(@"\d{4} \d{4}")]
    private static partial Regex ConsoleCode();

    [GeneratedRegex(@"(?<=""pairing-code""><bdi dir=""ltr"">)\d{3} \d{3}")]
    private static partial Regex SquareCode();
}
