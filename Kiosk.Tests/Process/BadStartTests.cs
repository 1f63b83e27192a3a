using System.Net;
using System.Net.Sockets;
using Kiosk.App.Hosting;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>A kiosk that cannot start says what to do, and leaves everything as it was.</summary>
[Category("Process"), Platform("Linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class BadStartTests : IDisposable
{
    private readonly KioskFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [Test]
    public async Task A_setting_that_cannot_be_used_is_explained_and_nothing_is_made()
    {
        Assert.That(await Refusal("--Kiosk:IdleSeconds=5"), Does.Contain("from 20 to 600"));
        Assert.That(Directory.Exists(_folders.Data), Is.False);
        Assert.That(Directory.EnumerateFileSystemEntries(_folders.Work), Is.Empty);
    }

    [Test]
    public async Task A_house_file_that_is_not_there_is_explained() =>
        Assert.That(await Refusal("--Kiosk:House=nowhere.json"), Does.Contain("no such file"));

    /// <summary>Of every kind: a wrong name, no number, no port, no zone; and in the house file a wrong name, a wrong value, a reference to
    /// nothing.</summary>
    [Test]
    public async Task All_that_is_wrong_with_the_settings_and_the_house_file_is_named_at_once()
    {
        var house = _folders.Write(
            "bad.json",
            DemoHouseWith(
                "\"pictogram\": \"bridge\"",
                "\"pictogram\": \"tower\", \"schedule\": []",
                "\"costFree\": true",
                "\"costFree\": \"yes\"",
                "\"locationId\": \"le-pont\"",
                "\"locationId\": \"le-pond\""
            )
        );
        string[] named =
        [
            "Kiosk:IdelSeconds",
            "Kiosk:Volume",
            "Kiosk:VisitorUrl",
            "Kiosk:TimeZone",
            "house.schedule: This key is not known here: did you mean \"schedules\"?",
            "house.pictogram: ",
            "house.locationId: There is no 'le-pond' in locations",
            "services[0].costFree: ",
        ];
        var refusal = await Refusal(
            "--Kiosk:IdelSeconds=5",
            "--Kiosk:Volume=loud",
            "--Kiosk:VisitorUrl=http://127.0.0.1:99999",
            "--Kiosk:TimeZone=Mars",
            $"--Kiosk:House={house}"
        );
        Assert.That(named.Where(name => !refusal.Contains(name, StringComparison.Ordinal)), Is.Empty, refusal);
    }

    [TestCase("Kisok__Data", "There is no setting Kisok: did you mean Kiosk:Data? In the environment it is written Kiosk__Data.")]
    [TestCase("Kiosk_Data", "There is no setting Kiosk_Data: did you mean Kiosk:Data? In the environment it is written Kiosk__Data.")]
    [TestCase("KIOSK__IDELSECONDS", "did you mean Kiosk:IdleSeconds?")]
    public async Task A_setting_misspelt_in_the_environment_is_named(string name, string sentence)
    {
        _folders.Environment[name] = "60";
        Assert.That(await Refusal(), Does.Contain(sentence));
    }

    [Test]
    public async Task A_port_of_the_systems_is_explained_to_who_may_not_open_it()
    {
        Assume.That(Environment.IsPrivilegedProcess, "Only root can be somebody else.");
        Tool.Run("chmod", "--recursive", "a+rwX", _folders.Root);
        _folders.Command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", .. _folders.Command];
        Assert.That(await Refusal("--Kiosk:VisitorUrl=http://127.0.0.1:80"), Does.Contain("below 1024").And.Contain("127.0.0.1:5080"));
    }

    /// <summary>203.0.113.7 is for examples (RFC 5737): no machine has it.</summary>
    [Test]
    public async Task An_address_of_another_machine_is_explained() =>
        Assert.That(await Refusal("--Kiosk:StaffUrl=https://203.0.113.7:5443"), Does.Contain("https://0.0.0.0:5443"));

    [Test]
    public async Task A_settings_file_that_is_no_json_is_named_with_its_line()
    {
        _folders.CopyProgram();
        await File.WriteAllTextAsync(Path.Combine(_folders.Program, "appsettings.json"), "{\n\"Kiosk\": {\n\"Data\" \"x\"\n}}");
        Assert.That(await Refusal(), Does.Contain("appsettings.json").And.Contain("LineNumber: 2"));
    }

    [Test]
    public async Task A_word_that_means_nothing_is_misuse()
    {
        Assert.That(await Refusal(2, ["--no-opne"]), Does.Contain("did you mean --no-open?"));
        Assert.That(Directory.Exists(_folders.Data), Is.False);
    }

    [Test]
    public async Task Help_names_every_setting_with_what_it_is_when_left_out()
    {
        await using var kiosk = KioskProcess.Begin(_folders, "--help");
        Assert.That(await kiosk.ExitAsync(), Is.Zero);
        var settings = new KioskSettings();
        foreach (var setting in typeof(KioskSettings).GetProperties())
        {
            Assert.That(kiosk.Said, Does.Contain($"--Kiosk:{setting.Name}={setting.GetValue(settings)} "));
        }

        Assert.That(kiosk.Complained, Is.Empty);
    }

    /// <summary>Below a file no folder can be made, whoever asks: rights would not stop root.</summary>
    [Test]
    public async Task A_data_folder_that_cannot_be_made_is_named()
    {
        var file = _folders.Write("a-file", "kept");
        Assert.That(await Refusal($"--Kiosk:Data={file}/data"), Does.Contain($"{file}/data").And.Contain("--Kiosk:Data="));
        Assert.That(File.ReadAllText(file), Is.EqualTo("kept"));
    }

    [Test]
    public async Task A_house_file_with_problems_is_not_loaded_and_a_good_one_is_next_time()
    {
        var bad = _folders.Write(
            "bad.json",
            DemoHouseWith("\"night-shelter\"", "\"Night shelter\"", "\"pictogram\": \"bridge\"", "\"pictogram\": \"tower\"")
        );
        var refusal = await Refusal($"--Kiosk:House={bad}");
        Assert.That(refusal, Does.Contain("bad.json").And.Contain("house.pictogram: ").And.Match(@"services\[\d+\]\.id: "));

        var good = _folders.Write("good.json", DemoHouseWith("\"Le Pont\"", "\"La Passerelle\""));
        await using var kiosk = await KioskProcess.StartAsync(_folders, $"--Kiosk:House={good}");
        Assert.That(kiosk.Said, Does.Contain("Kiosk is ready for La Passerelle"));
    }

    [Test]
    public async Task A_house_file_that_is_no_json_is_told_by_its_line() =>
        Assert.That(
            await Refusal("--Kiosk:House=" + _folders.Write("bad.json", "{\n\"format\": 1\n\"house\": {}\n}")),
            Does.Contain("line 3")
        );

    [Test]
    public async Task A_port_that_another_program_has_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var refusal = await Refusal($"--Kiosk:VisitorUrl=http://{other.LocalEndpoint}");
        Assert.That(refusal, Does.Contain(other.LocalEndpoint.ToString()).And.Contain("another port"));
    }

    [Test]
    public async Task A_second_kiosk_says_so_and_the_first_goes_on()
    {
        await using var first = await KioskProcess.StartAsync(_folders);
        (await first.Tap("topic/housing")).Dispose();
        var before = _folders.DataFiles();
        Assert.That(await Refusal($"--Kiosk:VisitorUrl={first.Address}"), Does.Contain($"in use by another kiosk (process {first.Id})"));
        Assert.That(_folders.DataFiles(), Is.EqualTo(before));
        using var answer = await first.Tap("topic/housing");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }

    /// <summary>The demo house's file, with each odd text in place of the one before it.</summary>
    private static string DemoHouseWith(params string[] texts) =>
        texts
            .Chunk(2)
            .Aggregate(
                File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "assets", "demo", "house.json")),
                (file, change) => file.Replace(change[0], change[1], StringComparison.Ordinal)
            );

    private Task<string> Refusal(params string[] settings) => Refusal(1, settings);

    /// <summary>What the kiosk says on standard error as it refuses to start; sentences, never a stack trace.</summary>
    private async Task<string> Refusal(int exitCode, string[] settings)
    {
        await using var kiosk = KioskProcess.Begin(_folders, settings);
        Assert.That(await kiosk.ExitAsync(), Is.EqualTo(exitCode), () => kiosk.Said + kiosk.Complained);
        Assert.That(kiosk.Said, Is.Empty);
        Assert.That(kiosk.Complained, Does.Not.Contain("   at ").And.Not.Contain("Exception"));
        return kiosk.Complained;
    }
}
