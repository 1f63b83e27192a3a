using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using NUnit.Framework;

namespace Kiosk.Tests.Support;

/// <summary>A Debian machine of the test's own with a real systemd, on this kernel, over the files of this machine; what it writes is gone with it.</summary>
/// <remarks>It has a network of its own with nothing but loopback, and no display: the screen draws without one.</remarks>
internal sealed class BootedMachine : IAsyncDisposable
{
    /// <summary>Where the program lies inside, wherever it was built.</summary>
    public const string Program = "/run/program/Kiosk.App.dll";

    private const int NewNetwork = 0x40000000; // CLONE_NEWNET, setns(2)

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("kiosk-machine-");
    private readonly Process _process;
    private readonly List<TcpListener> _forwards = [];

    private BootedMachine() => _process = Process.Start(new ProcessStartInfo(
        "unshare",
        ["--pid", "--fork", "--kill-child", "--mount", "--uts", "--ipc", "--net", "bash", SourceTree.PathOf("Kiosk.Tests/Support/Machine/boot.sh"), _place.FullName, Path.GetDirectoryName(BuiltProgram.Path)!])
    {
        RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
    })!;

    /// <summary>Calls what answers on the machine's own loopback.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Only root may make namespaces, and not everywhere.</summary>
    public static bool IsPossible => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/lib/systemd/systemd") && MayMakeNamespaces();

    /// <summary>The process that is number one inside.</summary>
    private int First => int.Parse(File.ReadAllText($"/proc/{_process.Id}/task/{_process.Id}/children").Trim(), System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<BootedMachine> BootAsync()
    {
        var machine = new BootedMachine();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (machine.Try("systemctl", "is-system-running").Said.Trim() is not ("running" or "degraded"))
        {
            Assert.That(machine._process.HasExited, Is.False, () => machine._process.StandardError.ReadToEnd());
            await timer.WaitForNextTickAsync(patience.Token);
        }

        machine.Client = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false, UseCookies = false, AllowAutoRedirect = false,
            ConnectCallback = (context, _) => ValueTask.FromResult<Stream>(new NetworkStream(machine.Connect(context.DnsEndPoint.Port), ownsSocket: true)),
        }) { BaseAddress = new Uri("http://127.0.0.1:5080") };
        return machine;
    }

    /// <summary>Runs a program inside as root; one that fails fails the test with its own words.</summary>
    public string Run(params string[] command)
    {
        var (exit, said) = Try(command);
        Assert.That(exit, Is.Zero, $"{string.Join(' ', command)}: {said}");
        return said;
    }

    public (int Exit, string Said) Try(params string[] command)
    {
        if (File.ReadAllText($"/proc/{_process.Id}/task/{_process.Id}/children").Trim().Length == 0)
        {
            return (-1, "not begun");
        }

        using var process = Process.Start(new ProcessStartInfo(
            "nsenter", ["--target", $"{First}", "--mount", "--pid", "--uts", "--ipc", "--net", "--root", "--wd", "--", .. command])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        })!;
        var complaint = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said + complaint.GetAwaiter().GetResult());
    }

    /// <summary>Writes a file inside.</summary>
    public void Write(string path, string text)
    {
        Run("mkdir", "--parents", Path.GetDirectoryName(path)!);
        File.WriteAllText(Inside(path), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>Where a path of the machine lies for this process.</summary>
    public string Inside(string path) => $"/proc/{First}/root{path}";

    /// <summary>Waits until a command inside says what is expected; the last it said fails the test.</summary>
    public async Task Until(string expected, params string[] command)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        var tries = 0;
        string said;
        while ((said = Try(command).Said.Trim()) != expected)
        {
            Assert.That(++tries, Is.LessThan(600), $"{string.Join(' ', command)} said {said}, never {expected}.\n{Try("journalctl", "--no-pager", "-n", "20").Said}");
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>A port of this machine behind which a port of the other answers, for a browser's driver.</summary>
    public int Forward(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        _forwards.Add(listener);
        listener.Start();
        _ = Task.Run(async () =>
        {
            while (true)
            {
                var outside = await listener.AcceptTcpClientAsync();
                var inside = new TcpClient { Client = Connect(port) };
                _ = outside.GetStream().CopyToAsync(inside.GetStream());
                _ = inside.GetStream().CopyToAsync(outside.GetStream());
            }
        });
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        _forwards.ForEach(forward => forward.Stop());
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _place.Delete(recursive: true);
    }

    private static bool MayMakeNamespaces()
    {
        using var process = Process.Start("unshare", ["--pid", "--fork", "--mount", "--uts", "--ipc", "--net", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]);
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    /// <summary>A socket belongs to the network of the thread that makes it, for good.</summary>
    private Socket Connect(int port)
    {
        Socket? socket = null;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                using var network = File.OpenHandle($"/proc/{First}/ns/net");
                Assert.That(Enter((int)network.DangerousGetHandle(), NewNetwork), Is.Zero, "The other network could not be entered.");
                socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Connect(IPAddress.Loopback, port);
            }
            catch (SocketException problem)
            {
                failure = problem;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? socket! : throw failure;
    }

    [DllImport("libc", EntryPoint = "setns")]
    private static extern int Enter(int file, int kind);
}
