using Kiosk.App.Commands;
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
}
