using System.Diagnostics;
using NUnit.Framework;

namespace Kiosk.Tests.Support;

/// <summary>A display that nobody sees (Xvfb), for a browser that must have one.</summary>
internal sealed class VirtualDisplay : IAsyncDisposable
{
    private readonly Process _server;

    private VirtualDisplay(Process server, string name) => (_server, Name) = (server, name);

    /// <summary>As X names it: <c>:7</c>.</summary>
    public string Name { get; }

    /// <param name="size">Full HD, lying, unless said otherwise.</param>
    /// <param name="pictures">A folder in which the server keeps what it shows, as a file that can be read at any time (Xvfb(1),
    /// -fbdir).</param>
    public static async Task<VirtualDisplay> StartAsync(Display? size = null, string? pictures = null)
    {
        // It looks for a free number itself, and writes it down when it is ready. Without -noreset it starts anew whenever its last client
        // leaves, and whoever comes in that moment is turned away.
        string[] kept = pictures is null ? [] : ["-fbdir", pictures];
        string[] arguments = ["-displayfd", "1", "-noreset", "-screen", "0", $"{size ?? Display.Lying}x24", "-nolisten", "tcp", .. kept];
        var server = Process.Start(
            new ProcessStartInfo("Xvfb", arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        server.ErrorDataReceived += (_, _) => { };
        server.BeginErrorReadLine();
        var number = await server.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return new VirtualDisplay(server, ":" + (number ?? throw new InvalidOperationException($"Xvfb ended with {server.ExitCode}.")));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_server.HasExited)
        {
            Assert.That(KioskProcess.Signal(_server.Id, KioskProcess.SignalTerminate), Is.Zero); // it takes its lock file away
            await _server.WaitForExitAsync();
        }

        _server.Dispose();
    }
}
