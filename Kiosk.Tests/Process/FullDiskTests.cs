using System.Diagnostics;
using System.Net;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>A full disk stops the counting and nothing else.</summary>
[Category("Process"), Platform("Linux"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class FullDiskTests : IDisposable
{
    private readonly KioskFolders _folders = new();
    private readonly bool _mounted;

    public FullDiskTests()
    {
        Directory.CreateDirectory(_folders.Data);
        _mounted = Environment.IsPrivilegedProcess && Ran("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", _folders.Data);
    }

    private string Ballast => Path.Combine(_folders.Data, "ballast");

    public void Dispose()
    {
        if (_mounted)
        {
            Ran("umount", _folders.Data);
        }

        _folders.Dispose();
    }

    [Test]
    public async Task Taps_are_refused_in_words_pages_go_on_and_counting_resumes_when_there_is_room([Values] bool firstTapOfTheDay)
    {
        Assume.That(_mounted, "Only root can lay out a small disk to fill.");
        await using var kiosk = await KioskProcess.StartAsync(_folders);
        var before = firstTapOfTheDay ? 0 : await Tap(kiosk);
        Fill();
        for (var time = 0; time < 3; time++)
        {
            using var refused = await kiosk.Tap("topic/housing", "language/ar");
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(await refused.Content.ReadAsStringAsync(), Is.EqualTo("The tap could not be written; nothing was counted."));
        }

        Assert.That(await kiosk.Client.GetStringAsync(new Uri("/ar/topic/housing", UriKind.Relative)), Does.Contain("</html>"));
        Assert.That(kiosk.Complained, Does.Contain("Is the disk full").And.Not.Contain("topic/").And.Not.Contain("   at "));

        File.Delete(Ballast);
        Assert.That(await Tap(kiosk), Is.EqualTo(1));
        Assert.That(await kiosk.StopAsync(), Is.Zero);
        Assert.That(Ledger.Count(_folders).GetValueOrDefault("topic/housing"), Is.EqualTo(before + 1));
    }

    /// <returns>How many taps were acknowledged: one.</returns>
    private static async Task<int> Tap(KioskProcess kiosk)
    {
        using var answer = await kiosk.Tap("topic/housing");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        return 1;
    }

    /// <summary>Writes until not a byte more fits.</summary>
    private void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        Assert.That(
            () =>
            {
                while (true)
                {
                    ballast.Write(new byte[512]);
                }
            },
            Throws.InstanceOf<IOException>()
        );
    }

    private static bool Ran(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
