using System.Net;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>
/// A card that nothing can be written to any more, while the kiosk runs: it shows and prints, says that it counts nothing, and counts again
/// when it can.
/// </summary>
[Category("Process"), Platform("Linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ReadOnlyFolderTests : IDisposable
{
    private readonly KioskFolders _folders = new();
    private string _card;

    public ReadOnlyFolderTests()
    {
        Assume.That(Environment.IsPrivilegedProcess, "Only root can mount a card.");
        _card = Path.Combine(_folders.Root, "card");
        using (var card = File.Create(_card))
        {
            card.SetLength(64 << 20);
        }

        Directory.CreateDirectory(_folders.Data);
        Tool.Run("mkfs.ext4", "-q", _card);
        PutIn();
    }

    public void Dispose()
    {
        if (_card is not null)
        {
            TakeOut();
        }

        _folders.Dispose();
    }

    /// <summary>
    /// As Linux does when a card begins to fail (ext4(5), errors=remount-ro): only a restart of the machine, which mends the card, ends it.
    /// </summary>
    [Test]
    public async Task A_failing_card_becomes_read_only_and_is_mended_by_a_restart()
    {
        var ledger = new Ledger();
        await using (var kiosk = await KioskProcess.StartAsync(_folders))
        {
            await Counts(kiosk, ledger);
            Tool.Run("mount", "-o", "remount,abort", _folders.Data);
            Assert.That(() => File.WriteAllText(Path.Combine(_folders.Data, "probe"), ""), Throws.InstanceOf<IOException>());
            await RefusesInWords(kiosk);
            Assert.That(await kiosk.StopAsync(), Is.Zero);
        }

        TakeOut();
        Tool.Run("sh", "-c", $"e2fsck -p '{_card}' || [ $? = 1 ]"); // 1: mended, e2fsck(8)
        var copy = _card + "-mended"; // a mount namespace that another test made meanwhile may hold on to the one that was aborted
        File.Copy(_card, copy);
        _card = copy;
        PutIn();
        await using var again = await KioskProcess.StartAsync(_folders);
        ledger.Settle(_folders);
        await Counts(again, ledger);
        ledger.Settle(_folders);
    }

    /// <summary>A folder in which no file can be made: no journal, so no write that a power cut could not halve.</summary>
    [Test]
    public async Task A_folder_that_was_locked_and_opened_again_is_written_to_again_without_a_restart()
    {
        var ledger = new Ledger();
        await using var kiosk = await KioskProcess.StartAsync(_folders);
        await Counts(kiosk, ledger);
        Tool.Run("chattr", "+i", _folders.Data);
        await RefusesInWords(kiosk);
        Tool.Run("chattr", "-i", _folders.Data);
        await Counts(kiosk, ledger);
        Assert.That(await kiosk.StopAsync(), Is.Zero);
        ledger.Settle(_folders);
    }

    private static async Task Counts(KioskProcess kiosk, Ledger ledger)
    {
        using var answer = await kiosk.Tap("topic/housing", "language/ar");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        ledger.Acknowledge("topic/housing", "language/ar");
    }

    private static async Task RefusesInWords(KioskProcess kiosk)
    {
        for (var time = 0; time < 3; time++)
        {
            using var refused = await kiosk.Tap("topic/housing");
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(await refused.Content.ReadAsStringAsync(), Is.EqualTo("The tap could not be written; nothing was counted."));
        }

        foreach (var page in Pages.EachKind)
        {
            Assert.That(await kiosk.Client.GetStringAsync(new Uri("/ar/" + page, UriKind.Relative)), Does.Contain("</html>"));
        }

        Assert.That(await kiosk.Health(), Does.Contain("\"version\""));
        Assert.That(kiosk.Complained, Does.Contain("A tap was not counted.").And.Not.Contain("topic/").And.Not.Contain("   at "));
    }

    private void PutIn() => Tool.Run("mount", "-o", "loop", _card, _folders.Data);

    private void TakeOut() => Tool.Run("umount", _folders.Data);
}
