using System.Net;
using Kiosk.Tests.Support;
using NUnit.Framework;
using NUnit.Framework.Internal;

namespace Kiosk.Tests.Processes;

/// <summary>P6: an acknowledged tap survives a power cut. A killed process is as near to one as a test comes.</summary>
[Category("Process"), Category("Browser"), Platform("Linux")]
public sealed class KilledTests
{
    /// <summary>Switches the larger letters on and off: a page of its own each time, and nothing more to count after the first.</summary>
    private const string Larger = ".bar-larger";

    /// <summary>Each client sends its own two cells, so that half a tap would show.</summary>
    private static readonly string[][] Clients =
    [
        ["topic/housing", "service/teeth"],
        ["topic/food", "service/shower"],
        ["topic/health", "service/debts"],
        ["language/ar", "help/person"],
    ];

    /// <summary>
    /// Two kiosks at a time, for the sake of two cores, each with its screen. The screen is touched while its kiosk is gone, and nobody
    /// loads it anew: once the kiosk is back, so is the page that was touched for.
    /// </summary>
    [TestCase(20)]
    [TestCase(100, Category = "Everything")]
    public async Task No_acknowledged_tap_is_lost_by_kills_and_the_screen_goes_on(int kills)
    {
        var random = TestContext.CurrentContext.Random;
        await Task.WhenAll(KillAgainAndAgain(kills / 2, random.Next()), KillAgainAndAgain(kills / 2, random.Next()));
    }

    [Test]
    public async Task Killed_at_any_step_of_its_first_start_it_starts_the_next_time([Values(1, 4, 9, 16, 25)] int changes)
    {
        using var folders = new KioskFolders();
        await KillAfter(changes, folders);
        await using var kiosk = await KioskProcess.StartAsync(folders);
        Assert.That(await kiosk.Health(), Does.Contain("\"sound\""));
        Assert.That(await kiosk.Client.GetStringAsync(new Uri("/fr/service/teeth", UriKind.Relative)), Does.Contain("Soigner ses dents"));
        using var answer = await kiosk.Tap("topic/housing");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }

    private static async Task KillAgainAndAgain(int kills, int seed)
    {
        using var folders = new KioskFolders();
        var (random, ledger, port) = (new Randomizer(seed), new Ledger(), KioskProcess.FreePort());
        var kiosk = await KioskProcess.StartOnAsync(port, folders, "--Kiosk:IdleSeconds=600");
        await using var screen = await KioskScreen.OpenAsync(folders, kiosk.Address + "/fr/", incognito: true);
        var isLarger = await Touch(screen, kiosk.Address, larger: true);
        ledger.Begin(folders);
        for (var kill = 0; kill < kills; kill++)
        {
            await using (kiosk)
            {
                await TapUntilKilled(kiosk, ledger, afterTaps: random.Next(1, 80), random.Next(300_000));
            }

            var touch = Touch(screen, kiosk.Address, isLarger = !isLarger);
            kiosk = await StartAndSettle(port, folders, ledger);
            await touch;
        }

        await kiosk.DisposeAsync();
    }

    /// <summary>A finger on the bar, and the page it leads to stands, with all that is on it.</summary>
    private static async Task<bool> Touch(KioskScreen screen, string address, bool larger)
    {
        await screen.Page.Locator(Larger).ClickAsync();
        await screen.Page.StandsAt(address + (larger ? "/fr/?with=larger" : "/fr/"));
        await screen.Page.Locator("main .tile").First.WaitForAsync();
        return larger;
    }

    private static async Task<KioskProcess> StartAndSettle(int port, KioskFolders folders, Ledger ledger)
    {
        var kiosk = await KioskProcess.StartOnAsync(port, folders, "--Kiosk:IdleSeconds=600");
        Assert.That(await kiosk.Health(), Does.Contain("\"sound\""));
        var counted = ledger.Settle(folders);
        foreach (var cells in Clients)
        {
            Assert.That(counted.GetValueOrDefault(cells[0]), Is.EqualTo(counted.GetValueOrDefault(cells[1])), "Half a tap was counted.");
        }

        return kiosk;
    }

    /// <param name="spins">How long after the last of those taps was sent; the taps of other clients go on meanwhile.</param>
    private static async Task TapUntilKilled(KioskProcess kiosk, Ledger ledger, int afterTaps, int spins)
    {
        var sent = 0;
        await Task.WhenAll(
            Clients.Select(cells =>
                Task.Run(async () =>
                {
                    do
                    {
                        if (Interlocked.Increment(ref sent) == afterTaps)
                        {
                            _ = Task.Run(() =>
                            {
                                Thread.SpinWait(spins);
                                kiosk.Kill();
                            });
                        }
                    } while (await IsAcknowledged(kiosk, cells, ledger));
                })
            )
        );
        await kiosk.ExitAsync();
    }

    private static async Task<bool> IsAcknowledged(KioskProcess kiosk, string[] cells, Ledger ledger)
    {
        try
        {
            using var answer = await kiosk.Tap(cells);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
            ledger.Acknowledge(cells);
            return true;
        }
        catch (HttpRequestException)
        {
            ledger.Doubt(cells);
            return false;
        }
    }

    /// <summary>Kills a starting kiosk once so many things have happened in its data folder, or once it has started.</summary>
    private static async Task KillAfter(int changes, KioskFolders folders)
    {
        using var watcher = new FileSystemWatcher(Directory.CreateDirectory(folders.Data).FullName) { IncludeSubdirectories = true };
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Note(object sender, FileSystemEventArgs change)
        {
            if (Interlocked.Decrement(ref changes) == 0)
            {
                reached.SetResult();
            }
        }

        watcher.Created += Note;
        watcher.Changed += Note;
        watcher.Deleted += Note;
        watcher.EnableRaisingEvents = true;
        await using var kiosk = KioskProcess.Begin(folders);
        await Task.WhenAny(reached.Task, kiosk.ReadyAsync());
        kiosk.Kill();
        await kiosk.ExitAsync();
    }
}
