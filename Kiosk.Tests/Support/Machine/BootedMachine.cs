using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using Kiosk.Tests.Processes;
using NUnit.Framework;

namespace Kiosk.Tests.Support;

/// <summary>
/// A bare Debian of the test's own with a real systemd, on this kernel, in memory. It begins with what debootstrap gives and nothing else:
/// no file of this machine is visible inside, and what it lacks it fetches from Debian itself, over a network of its own that slirp4netns
/// lends it.
/// </summary>
/// <remarks>It has no display: the screen draws without one. For root only.</remarks>
internal sealed class BootedMachine : IAsyncDisposable
{
    /// <summary>Debian 12.</summary>
    public const string Bookworm = "bookworm";

    /// <summary>Debian 13.</summary>
    public const string Trixie = "trixie";

    private const int NewNetwork = 0x40000000; // CLONE_NEWNET, setns(2)

    /// <summary>Takes away the group of processes that boot.sh made, once the last of them has ended (cgroups(7): "populated 0").</summary>
    private const string ForgetGroup = """
        mount -t cgroup2 none /mnt &&
          timeout 60 sh -c 'until grep --quiet "populated 0" "/mnt/$1/cgroup.events"; do sleep 0.1; done' sh "$1" &&
          find "/mnt/$1" -depth -type d -exec rmdir {} +
        """;

    /// <summary>Nothing of this machine's settings comes along; where no answer is given, none is waited for.</summary>
    private static readonly string[] Alone =
    [
        "env",
        "-i",
        "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "DEBIAN_FRONTEND=noninteractive",
        "LC_ALL=C.UTF-8",
    ];

    private static readonly string[] Namespaces = ["--pid", "--fork", "--kill-child", "--mount", "--uts", "--ipc", "--net"];

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("kiosk-machine-");
    private readonly Process _process;
    private readonly List<TcpListener> _forwards = [];
    private Process? _network;

    private BootedMachine(string suite) =>
        _process = Process.Start(
            new ProcessStartInfo("unshare", [.. Namespaces, "bash", Script("boot.sh"), suite, _place.FullName, _place.Name])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;

    /// <summary>Calls what answers on the machine's own loopback, at the kiosk's usual ports.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Only root may make namespaces, and not everywhere.</summary>
    public static bool IsPossible => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && MayMakeNamespaces();

    /// <summary>The process that is number one inside.</summary>
    private int First => int.Parse(Children, System.Globalization.CultureInfo.InvariantCulture);

    private string Children => File.ReadAllText($"/proc/{_process.Id}/task/{_process.Id}/children").Trim();

    /// <param name="suite"><see cref="Bookworm"/> or <see cref="Trixie"/>.</param>
    public static async Task<BootedMachine> BootAsync(string suite)
    {
        var architecture = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "amd64";
        Tool.Run("bash", Script("debian.sh"), suite, architecture); // there is no network inside yet
        var machine = new BootedMachine(suite);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (machine.Try("systemctl", "is-system-running").Said.Trim() is not ("running" or "degraded"))
        {
            Assert.That(machine._process.HasExited, Is.False, () => machine._process.StandardError.ReadToEnd());
            await timer.WaitForNextTickAsync(patience.Token);
        }

        await machine.PlugInAsync();
        machine.Client = machine.Caller("http://127.0.0.1:5080");
        return machine;
    }

    /// <summary>A caller of an address inside, as a program on the machine itself.</summary>
    /// <param name="trust">What an encrypted line is held against; by default what this machine trusts.</param>
    public HttpClient Caller(string address, SslClientAuthenticationOptions? trust = null) =>
        new(
            new SocketsHttpHandler
            {
                UseProxy = false,
                AllowAutoRedirect = false,
                CookieContainer = new CookieContainer(),
                SslOptions = trust ?? new SslClientAuthenticationOptions(),
                ConnectCallback = (context, _) =>
                    ValueTask.FromResult<Stream>(new NetworkStream(Connect(context.DnsEndPoint.Port), ownsSocket: true)),
            }
        )
        {
            BaseAddress = new Uri(address),
        };

    /// <summary>Lends it the network of this machine, without this machine's own loopback (slirp4netns(1)).</summary>
    public async Task PlugInAsync()
    {
        _network = Process.Start(
            new ProcessStartInfo(
                "slirp4netns",
                ["--configure", "--disable-host-loopback", "--netns-type=path", $"/proc/{First}/ns/net", "tap0"]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        await Until("tap0", "sh", "-c", "grep --only-matching --max-count=1 tap0 /proc/net/route");
    }

    /// <summary>Pulls its network cable.</summary>
    public void Unplug()
    {
        _network?.Kill();
        _network?.WaitForExit();
        _network?.Dispose();
        _network = null;
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
        if (Children.Length == 0)
        {
            return (-1, "not begun");
        }

        using var process = Process.Start(
            new ProcessStartInfo(
                "nsenter",
                ["--target", $"{First}", "--mount", "--pid", "--uts", "--ipc", "--net", "--root", "--wd", "--", .. Alone, .. command]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        var complaint = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said + complaint.GetAwaiter().GetResult());
    }

    /// <summary>Copies a file of this machine into a folder of the other.</summary>
    /// <returns>Its path there.</returns>
    public string Bring(string file, string folder)
    {
        var path = $"{folder}/{Path.GetFileName(file)}";
        File.Copy(file, Inside(path), overwrite: true);
        return path;
    }

    /// <summary>Writes a file inside.</summary>
    public void Write(string path, string text)
    {
        Run("mkdir", "--parents", Path.GetDirectoryName(path)!);
        File.WriteAllText(Inside(path), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>Where a path of the machine lies for this process.</summary>
    public string Inside(string path) => $"/proc/{First}/root{path}";

    /// <summary>Touches something on its kiosk, which counts it.</summary>
    public async Task TapAsync(string cell)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("cell", cell)]);
        using var answer = await Client.PostAsync(new Uri("/tap", UriKind.Relative), form);
        Assert.That((int)answer.StatusCode, Is.EqualTo(204));
    }

    /// <summary>All taps of a cell in the machine's data folder, over all days: a test may run across midnight.</summary>
    /// <remarks>Of a copy: SQLite follows /proc/…/root to this machine's own files.</remarks>
    public long Taps(string cell)
    {
        using var folders = new KioskFolders();
        Directory.CreateDirectory(folders.Data);
        File.Copy(Inside("/var/lib/kiosk/tally.db"), folders.Tally);
        return Ledger.Count(folders).GetValueOrDefault(cell);
    }

    /// <summary>Waits until a command inside says what is expected; the last it said fails the test.</summary>
    public async Task Until(string expected, params string[] command)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        var tries = 0;
        string said;
        while ((said = Try(command).Said.Trim()) != expected)
        {
            Assert.That(
                ++tries,
                Is.LessThan(600),
                $"{string.Join(' ', command)} said {said}, never {expected}.\n{Try("journalctl", "--no-pager", "-n", "20").Said}"
            );
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
        Unplug();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Tool.Run("unshare", "--mount", "sh", "-c", ForgetGroup, "sh", _place.Name);
        _place.Delete(recursive: true);
    }

    private static string Script(string name) => SourceTree.PathOf("Kiosk.Tests/Support/Machine/" + name);

    private static bool MayMakeNamespaces()
    {
        using var process = Process.Start(
            "unshare",
            ["--pid", "--fork", "--mount", "--uts", "--ipc", "--net", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
        );
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

    [DllImport("libc.so.6", EntryPoint = "setns")]
    private static extern int Enter(int file, int kind);
}
