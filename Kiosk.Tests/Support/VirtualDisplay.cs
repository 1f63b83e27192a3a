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

    public static async Task<VirtualDisplay> StartAsync()
    {
        // It looks for a free number itself, and writes it down when it is ready.
        string[] arguments = ["-displayfd", "1", "-screen", "0", $"{Display.Lying}x24", "-nolisten", "tcp"];
        var server = Process.Start(new ProcessStartInfo("Xvfb", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
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
