using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using NUnit.Framework;

namespace Kiosk.Tests.Support;

/// <summary>The program as it is built, run as a process of its own, as the kiosk runs it.</summary>
public sealed class KioskProcess : IAsyncDisposable
{
    internal const int SignalTerminate = 15; // SIGTERM, signal(7)
    private const string ReadySign = "  Everything is kept in "; // the last it says

    private static readonly ConcurrentDictionary<int, bool> PortsGiven = new();

    private readonly TimeSpan _patience;
    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly StringBuilder _complained = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private KioskProcess(ProcessStartInfo start, string address, TimeSpan patience)
    {
        Address = address;
        _patience = patience;
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
        };
        Client = new HttpClient(handler) { BaseAddress = new Uri(address) };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(_said, line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(_complained, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it answers, without a slash at the end: <c>http://127.0.0.1:40123</c>.</summary>
    public string Address { get; }

    public HttpClient Client { get; }

    /// <summary>Number of its process.</summary>
    public int Id => _process.Id;

    /// <summary>What it wrote to standard output so far.</summary>
    public string Said => Heard(_said);

    /// <summary>What it wrote to standard error so far.</summary>
    public string Complained => Heard(_complained);

    /// <summary>Starts the kiosk on free ports, in those folders, paired with two tablets, and waits until its health answers.</summary>
    public static Task<KioskProcess> StartAsync(KioskFolders folders, params string[] settings) =>
        StartOnAsync(FreePort(), folders, settings);

    /// <summary>The same where a screen already looks for it.</summary>
    public static async Task<KioskProcess> StartOnAsync(int port, KioskFolders folders, params string[] settings)
    {
        PairedFolder.Prepare(folders.Data);
        var kiosk = BeginOn(port, folders, settings);
        Assert.That(await kiosk.ReadyAsync(), () => $"It did not start.\n{kiosk.Said}\n{kiosk.Complained}");
        await kiosk.Health();
        return kiosk;
    }

    /// <summary>Starts the kiosk and waits for nothing. A setting given twice has its last value.</summary>
    public static KioskProcess Begin(KioskFolders folders, params string[] settings) => BeginOn(FreePort(), folders, settings);

    private static KioskProcess BeginOn(int port, KioskFolders folders, string[] settings)
    {
        var address = $"http://127.0.0.1:{port}";
        return new KioskProcess(
            Start(
                folders,
                [
                    "--no-open",
                    $"--Kiosk:VisitorUrl={address}",
                    $"--Kiosk:StaffUrl=https://127.0.0.1:{FreePort()}",
                    $"--Kiosk:Data={folders.Data}",
                    "--Kiosk:Voice=none",
                    .. settings,
                ]
            ),
            address,
            folders.Patience
        );
    }

    /// <summary>Starts the kiosk as the appliance's unit does: whatever happens, it comes up.</summary>
    public static async Task<KioskProcess> StartAppliance(KioskFolders folders, params string[] settings)
    {
        var kiosk = Begin(folders, ["--keep-going", .. settings]);
        Assert.That(await kiosk.ReadyAsync(), () => $"It did not start.\n{kiosk.Said}\n{kiosk.Complained}");
        return kiosk;
    }

    /// <summary>Runs another command of the program; it has no address.</summary>
    public static KioskProcess Run(KioskFolders folders, (string Name, string Value)? environment, params string[] arguments)
    {
        var start = Start(folders, arguments);
        if (environment is var (name, value))
        {
            start.Environment[name] = value;
        }

        return new KioskProcess(start, "http://127.0.0.1:0", folders.Patience);
    }

    private static ProcessStartInfo Start(KioskFolders folders, string[] arguments)
    {
        var start = new ProcessStartInfo(folders.Command[0], [.. folders.Command.Skip(1), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folders.Work,
        };
        start.Environment[BuiltProgram.CompiledOnce.Key] = BuiltProgram.CompiledOnce.Value;
        start.Environment["HOME"] = folders.Home;
        start.Environment["TMPDIR"] = folders.Temporary;
        start.Environment["LD_LIBRARY_PATH"] = folders.Libraries;
        foreach (var (name, value) in folders.Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>A port that is free, and was not given to another test of this run, whose kiosk may just be about to open it.</summary>
    public static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            if (PortsGiven.TryAdd(port, true))
            {
                return port;
            }
        }
    }

    /// <summary>Waits until it says that it is ready, or has ended.</summary>
    /// <returns>Whether it is ready.</returns>
    public async Task<bool> ReadyAsync()
    {
        await Task.WhenAny(_ready.Task, ExitAsync());
        return _ready.Task.IsCompleted;
    }

    public Task<string> Health() => Client.GetStringAsync(new Uri("/health", UriKind.Relative));

    public async Task<HttpResponseMessage> Tap(params string[] cells)
    {
        using var form = new FormUrlEncodedContent(cells.Select(cell => KeyValuePair.Create("cell", cell)));
        return await Client.PostAsync(new Uri("/tap", UriKind.Relative), form);
    }

    /// <summary>Ends it as a pulled plug does, as far as one process can tell: SIGKILL.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Asks it to end, as systemd does, and waits until it has.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> StopAsync()
    {
        Assert.That(Signal(_process.Id, SignalTerminate), Is.Zero, "The signal did not reach the process.");
        return ExitAsync();
    }

    /// <summary>Waits until it has ended and all it said was heard.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ExitAsync()
    {
        using var guard = new CancellationTokenSource(_patience);
        await _process.WaitForExitAsync(guard.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            Kill();
            await ExitAsync();
        }

        _process.Dispose();
    }

    private void Hear(StringBuilder heard, string? line)
    {
        lock (heard)
        {
            heard.AppendLine(line);
        }

        if (line?.StartsWith(ReadySign, StringComparison.Ordinal) is true)
        {
            _ready.TrySetResult();
        }
    }

    private static string Heard(StringBuilder heard)
    {
        lock (heard)
        {
            return heard.ToString().TrimEnd();
        }
    }

    [DllImport("libc.so.6", EntryPoint = "kill")]
    internal static extern int Signal(int process, int signal);
}
