using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Kiosk.Tests.Bench;

/// <summary>A web server as a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>A guard against a server that never answers, not a bar.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _readySign;

    private ServerProcess(string program, IEnumerable<string> arguments, string readySign)
    {
        _readySign = readySign;
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            },
        };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What the process holds in memory, bytes: its own and the program files it maps.</summary>
    public long WorkingSetBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>
    /// The part of it that is files mapped, kilobytes: the runtime's and the program's code, shared by whoever runs the same; proc(5).
    /// </summary>
    public long MappedFileKilobytes =>
        File.ReadLines($"/proc/{_process.Id}/status")
            .Where(line => line.StartsWith("RssFile:", StringComparison.Ordinal))
            .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture))
            .Single();

    /// <summary>Files, sockets, pipes and the like that it holds open now; proc(5).</summary>
    public int OpenFiles => Directory.EnumerateFileSystemEntries($"/proc/{_process.Id}/fd").Count();

    /// <summary>Starts a program and waits until it writes a line that holds <paramref name="readySign"/>.</summary>
    public static async Task<ServerProcess> StartAsync(string program, IEnumerable<string> arguments, string readySign)
    {
        var server = new ServerProcess(program, arguments, readySign);
        await server._ready.Task.WaitAsync(Patience);
        return server;
    }

    /// <summary>Starts a .NET web program, which says its address when it listens.</summary>
    public static Task<ServerProcess> StartDotnetAsync(string address, string assembly, params string[] arguments) =>
        StartAsync("dotnet", [assembly, .. arguments], address);

    /// <summary>An address on this machine that nobody listens on.</summary>
    public static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            _ready.TrySetException(new InvalidOperationException($"It ended before it said {_readySign}."));
        }
        else if (line.Contains(_readySign, StringComparison.Ordinal))
        {
            _ready.TrySetResult();
        }
    }
}
