using Kiosk.App.Commands;
using Kiosk.App.Hosting;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Commands;

/// <summary>Words on the command line that make no sense, and the sentence for each.</summary>
public sealed class CommandLineTests
{
    [TestCase("--no-such-option", "--help")]
    [TestCase("serve", "There is no command 'serve'; --help")]
    [TestCase("[diagram]", "There is no command '[diagram]'")]
    [TestCase("@file", "There is no command '@file'")]
    [TestCase("bakup", "There is no command 'bakup': did you mean backup?")]
    [TestCase("--no-opne", "did you mean --no-open?")]
    [TestCase("--yes", "--yes is no option of the kiosk itself, but of 'restore' and 'import'")]
    [TestCase("--Data=elsewhere", "did you mean --Kiosk:Data=…?")]
    [TestCase("--Kisok:Data=elsewhere", "did you mean --Kiosk:Data=…?")]
    [TestCase("Kiosk:Data=elsewhere", "did you mean --Kiosk:Data=…?")]
    [TestCase("/Kiosk:Data=elsewhere", "did you mean --Kiosk:Data=…?")]
    [TestCase("--Kiosk:Data", "--Kiosk:Data")]
    [TestCase("--foo=bar", "--foo=bar")]
    [TestCase("--no-open --no-open", "stands twice")]
    [TestCase("backup", "'backup' needs FILE")]
    [TestCase("backup one two", "'two' is one more")]
    [TestCase("backup one --yes", "--yes is no option of 'backup', but of 'restore' and 'import'")]
    [TestCase("restore", "'restore' needs FILE")]
    [TestCase("restore file --yse", "did you mean --yes?")]
    [TestCase("restore -f file", "'-f' is not understood here")]
    [TestCase("export", "'export' needs --hsds")]
    [TestCase("export --hsds", "--hsds needs something behind it")]
    [TestCase("export --hsds=", "--hsds needs something behind it")]
    [TestCase("export --hsds --yes", "--hsds needs something behind it")]
    [TestCase("import --hsds a --hsds b", "--hsds stands twice")]
    [TestCase("import --hsds a --tpoic food", "did you mean --topic?")]
    [TestCase("report", "'report' needs --from")]
    [TestCase("setup --rollback --remove", "do not go together")]
    public void A_word_that_means_nothing_is_misuse(string words, string sentence)
    {
        Assert.That(CommandLine.MisuseOf(words.Split(' ')), Does.Contain(sentence));
    }

    [TestCase("--help")]
    [TestCase("-h")]
    [TestCase("help")]
    public async Task Help_names_every_command_and_every_setting_with_what_it_is_when_left_out(string word)
    {
        using var folders = new KioskFolders();
        var (exit, said, _) = await ConsoleCommand.Run(folders, word);
        Assert.That(exit, Is.EqualTo(ExitCode.Done));
        Assert.That(Commands.Where(command => !said.Contains($"\n  {command} ", StringComparison.Ordinal)), Is.Empty);
        var usual = new KioskSettings();
        Assert.That(
            typeof(KioskSettings)
                .GetProperties()
                .Select(one => $"--Kiosk:{one.Name}={one.GetValue(usual)} ")
                .Where(one => !said.Contains(one, StringComparison.Ordinal)),
            Is.Empty
        );
    }

    [Test]
    public async Task Help_of_a_command_tells_of_it_alone([ValueSource(nameof(Commands))] string command, [Values] bool wordFirst)
    {
        using var folders = new KioskFolders();
        var (exit, said, _) = await ConsoleCommand.Run(folders, wordFirst ? ["help", command] : [command, "--help"]);
        Assert.That(exit, Is.EqualTo(ExitCode.Done));
        Assert.That(said, Does.Contain($" {command} ").And.Contain("--Kiosk:NAME=VALUE").And.Not.Contain("--Kiosk:Data="));
        Assert.That(Commands.Where(other => other != command && said.Contains($"\n  {other} ", StringComparison.Ordinal)), Is.Empty);
    }

    private static readonly string[] Commands = ["backup", "restore", "doctor", "export", "import", "report", "recover", "setup"];
}
