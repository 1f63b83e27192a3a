using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>The choice to go without a tablet lies in the house's data: a restart keeps it, and so does a backup.</summary>
[Category("Process"), Platform("Linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class WithoutTabletProcessTests : IDisposable
{
    private readonly KioskFolders _here = new();
    private readonly KioskFolders _there = new();

    public void Dispose()
    {
        _here.Dispose();
        _there.Dispose();
    }

    [Test]
    public async Task The_choice_survives_a_restart_a_backup_and_the_restoring_of_an_older_one()
    {
        var (older, newer) = (Path.Combine(_here.Work, "older.zip"), Path.Combine(_here.Work, "newer.zip"));
        await using (var kiosk = await Begin(_here))
        {
            await Command(_here, "backup", older);
            Assert.That(await First(kiosk), Is.EqualTo("/pairing"));
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("language", "nl")]);
            using var chosen = await kiosk.Client.PostAsync(new Uri("/pairing?handler=Without", UriKind.Relative), form);
            Assert.That(chosen.Headers.Location?.OriginalString, Is.EqualTo("/nl/"));
            Assert.That(await First(kiosk), Is.EqualTo("/fr/"));
        }

        await using (var again = await Begin(_here))
        {
            Assert.That(await First(again), Is.EqualTo("/fr/"), "after a restart");
            Assert.That(again.Said, Does.Not.Match(@"\d{3} \d{3}").And.Contain("No tablet is paired"));
            await Command(_here, "backup", newer);
        }

        await Command(_there, "restore", newer);
        await using (var moved = await Begin(_there))
        {
            Assert.That(await First(moved), Is.EqualTo("/fr/"), "on another machine");
        }

        await Command(_here, "restore", older, "--yes");
        await using var restored = await Begin(_here);
        Assert.That(await First(restored), Is.EqualTo("/fr/"), "with what was backed up before it was chosen");
    }

    private static async Task<KioskProcess> Begin(KioskFolders folders)
    {
        var kiosk = KioskProcess.Begin(folders);
        Assert.That(await kiosk.ReadyAsync(), () => kiosk.Complained);
        return kiosk;
    }

    /// <summary>Where a visit would begin.</summary>
    private static async Task<string?> First(KioskProcess kiosk)
    {
        using var answer = await kiosk.Client.GetAsync(new Uri("/", UriKind.Relative));
        return answer.Headers.Location?.OriginalString;
    }

    private static async Task Command(KioskFolders folders, params string[] words)
    {
        await using var command = KioskProcess.Run(
            folders,
            null,
            [.. words, $"--Kiosk:Data={folders.Data}", $"--Kiosk:VisitorUrl=http://127.0.0.1:{KioskProcess.FreePort()}"]
        );
        Assert.That((await command.ExitAsync(), command.Complained), Is.EqualTo((0, "")));
    }
}
