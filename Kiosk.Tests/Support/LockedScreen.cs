using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kiosk.App.Provisioning;
using NUnit.Framework;

namespace Kiosk.Tests.Support;

/// <summary>
/// The appliance's own screen: cage and Chromium as an ordinary user, started by the line of the unit that set-up writes, under the
/// policies that it writes. The policies lie in a mount namespace of its own, so that the machine stays as it is; cage shows itself on a
/// virtual display, where keys and mouse are pressed as real ones are. For root only.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed partial class LockedScreen : IAsyncDisposable
{
    private const string User = "nobody";
    private const string UnitFolder = "/run/kiosk-screen"; // the unit's RuntimeDirectory
    private const string NotTurned = "$CAGE_TURN"; // systemd leaves it out where it is empty
    private const string ToolsClosed = "\"DeveloperToolsAvailability\": 2";

    /// <summary>What root does before it becomes the user: policies over an empty folder, then the rest of the line.</summary>
    private const string Prepare =
        "mount -t tmpfs none /etc/chromium && mkdir -p /etc/chromium/policies/managed && cp \"$1\" "
        + "/etc/chromium/policies/managed/ && shift && exec \"$@\"";

    /// <summary>A guard against a test that hangs, not a bar.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>One at a time: each takes away what a killed one left of its X displays.</summary>
    private static readonly SemaphoreSlim Turn = new(1);

    private static readonly HttpClient Tools = new(new SocketsHttpHandler { UseProxy = false });

    private readonly string _address;
    private readonly string _policies;
    private readonly VirtualDisplay _display;
    private readonly int _toolsPort = KioskProcess.FreePort();
    private readonly ConcurrentQueue<string> _said = new();
    private Process _cage = null!;

    private LockedScreen(string address, string folder, string policies, VirtualDisplay display) =>
        (_address, Folder, _policies, _display) = (address, folder, policies, display);

    /// <summary>Home, profile, cache and sockets of the user: all that it can write to, but for the shared folders.</summary>
    public string Home => Path.Combine(Folder, "home");

    /// <summary>Where pages can be looked into, when <see cref="StartAsync"/> left the tools open.</summary>
    public string ToolsAddress => $"http://127.0.0.1:{_toolsPort}";

    private string Folder { get; }

    /// <param name="address">The kiosk's, without a slash at the end.</param>
    /// <param name="toolsOpen">Leaves out the one policy that keeps tools, and so a test, from looking into a page.</param>
    public static async Task<LockedScreen> StartAsync(string address, bool toolsOpen = false)
    {
        await Turn.WaitAsync();
        try
        {
            return await PutUpAsync(address, toolsOpen);
        }
        catch
        {
            Turn.Release();
            throw;
        }
    }

    private static async Task<LockedScreen> PutUpAsync(string address, bool toolsOpen)
    {
        var folder = Directory.CreateTempSubdirectory("kiosk-screen-").FullName;
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        var policies = Path.Combine(folder, "kiosk.json");
        var text = Filled("etc/chromium/policies/managed/kiosk.json", address);
        Assert.That(text, Does.Contain(ToolsClosed));
        await File.WriteAllTextAsync(
            policies,
            toolsOpen ? text.Replace(ToolsClosed, "\"DeveloperToolsAvailability\": 1", StringComparison.Ordinal) : text
        );
        var screen = new LockedScreen(address, folder, policies, await VirtualDisplay.StartAsync(Display.Small, folder));
        try
        {
            await screen.SwitchOnAsync();
            return screen;
        }
        catch
        {
            await screen.TakeDownAsync();
            throw;
        }
    }

    /// <summary>Pages that are open, by their addresses. The bar's own, which is never drawn in full screen, is none.</summary>
    public async Task<IReadOnlyList<string>> PagesAsync()
    {
        using var answer = JsonDocument.Parse(await Tools.GetStringAsync(new Uri(ToolsAddress + "/json/list")));
        return
        [
            .. from target in answer.RootElement.EnumerateArray()
            where target.GetProperty("type").GetString() is "page" or "tab" or "webview"
            let url = target.GetProperty("url").GetString()!
            where !url.StartsWith("chrome://omnibox-popup", StringComparison.Ordinal)
            select url,
        ];
    }

    /// <summary>All dots on the glass, as they are now.</summary>
    public byte[] Picture() => File.ReadAllBytes(Path.Combine(Folder, "Xvfb_screen0"));

    /// <summary>Works keyboard and mouse: <c>key ctrl+t</c>, <c>mousemove 10 20 click 3</c>.</summary>
    public void Do(string what) => Tool.Run("env", ["DISPLAY=" + _display.Name, "xdotool", .. what.Split(' ')]);

    /// <summary>Waits until one page stands there and no dot changes any more.</summary>
    /// <returns>The picture.</returns>
    public async Task<byte[]> RestAsync(string path)
    {
        using var guard = new CancellationTokenSource(Patience);
        var (before, now) = (Array.Empty<byte>(), Array.Empty<byte>());
        do
        {
            await Task.Delay(400, guard.Token);
            (before, now) = (now, Picture());
        } while (!before.AsSpan().SequenceEqual(now) || !await Shows(path));

        return now;
    }

    /// <summary>What the user left where all programs may write; folders of other tests are theirs.</summary>
    public static IReadOnlyList<string> FilesElsewhere() =>
        Encoding
            .UTF8.GetString(
                Tool.Run(
                    "find",
                    "/dev/shm",
                    "/tmp",
                    "/var/tmp",
                    "-xdev",
                    "-type",
                    "f",
                    "-user",
                    User,
                    "-not",
                    "-path",
                    "*/kiosk-screen-*",
                    "-not",
                    "-path",
                    "*/kiosk-test-*",
                    "-print"
                )
            )
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public bool HasEnded => _cage.HasExited;

    /// <summary>As the unit does when the screen ended by itself.</summary>
    public async Task SwitchOnAsync()
    {
        // systemd takes the unit's RuntimeDirectory away; a lock left there would name a process of another namespace
        Tool.Run("rm", "-rf", Home);
        Tool.Run("install", "-d", "-m", "700", "-o", User, Home);
        ForgetDisplays();
        _said.Clear();
        string[] environment =
        [
            $"HOME={Home}",
            $"XDG_CONFIG_HOME={Home}/config",
            $"XDG_CACHE_HOME={Home}/cache",
            $"XDG_RUNTIME_DIR={Home}",
            $"TMPDIR={Home}",
            "DISPLAY=" + _display.Name,
            "WLR_BACKENDS=x11",
            "WLR_RENDERER=pixman",
        ];
        string[] asUser = ["setpriv", "--reuid=" + User, "--regid=nogroup", "--clear-groups", "env", .. environment];
        _cage = Process.Start(
            new ProcessStartInfo(
                "unshare",
                ["--mount", "--mount-proc", "--pid", "--fork", "sh", "-c", Prepare, "sh", _policies, .. asUser, .. Line()]
            )
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                WorkingDirectory = Home,
            }
        )!;
        _cage.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _cage.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _cage.BeginOutputReadLine();
        _cage.BeginErrorReadLine();
        await FillDisplayAsync();
    }

    /// <summary>SIGKILL to cage, Chromium and all its processes, as a pulled plug.</summary>
    public async Task KillAsync()
    {
        // The first of its namespace takes all others along. Killing unshare would not: who becomes another user is no longer told of its
        // parent's death (prctl(2)).
        var first = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{_cage.Id}/task/{_cage.Id}/children")).Trim();
        Tool.Run("kill", "-KILL", first);
        await _cage.WaitForExitAsync();
    }

    /// <summary>What a killed cage leaves of its X displays: it tries 33 and gives up. The unit's PrivateTmp takes them away.</summary>
    private static void ForgetDisplays() =>
        Tool.Run(
            "find",
            "/tmp",
            "-maxdepth",
            "2",
            "-user",
            User,
            "(",
            "-name",
            ".X*-lock",
            "-o",
            "-path",
            "/tmp/.X11-unix/X*",
            ")",
            "-delete"
        );

    public async ValueTask DisposeAsync()
    {
        try
        {
            await TakeDownAsync();
        }
        finally
        {
            Turn.Release();
        }
    }

    private async Task TakeDownAsync()
    {
        if (!_cage.HasExited)
        {
            await KillAsync();
        }

        _cage.Dispose();
        ForgetDisplays();
        await _display.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<bool> Shows(string path)
    {
        try
        {
            return await PagesAsync() is [var page] && page.Split('#')[0] == _address + path;
        }
        catch (HttpRequestException)
        {
            return false; // it is starting
        }
    }

    /// <summary>The unit's command with this address and this folder, and a port by which the open pages are told.</summary>
    private string[] Line()
    {
        var unit = Filled("etc/systemd/system/kiosk-screen.service", _address);
        var command = Command()
            .Match(unit)
            .Groups[1]
            .Value.Replace("\\\n", " ", StringComparison.Ordinal)
            .Replace(UnitFolder, Home, StringComparison.Ordinal);
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != NotTurned).ToArray();
        return [.. words[..^1], $"--remote-debugging-port={_toolsPort}", words[^1]];
    }

    private static string Filled(string file, string address)
    {
        var values = new Dictionary<string, string>
        {
            ["visitor-url"] = address,
            ["printing"] = "",
            ["printing-enabled"] = "false",
        };
        return values.Aggregate(
            File.ReadAllText(Path.Combine(MachineFiles.Folder, file)),
            (text, value) => text.Replace("{{" + value.Key + "}}", value.Value, StringComparison.Ordinal)
        );
    }

    /// <summary>A window on the display is cage's monitor: it becomes as large as the display, and has its keys.</summary>
    private async Task FillDisplayAsync()
    {
        using var guard = new CancellationTokenSource(Patience);
        while (await Try("search --onlyvisible --name .*") is var windows)
        {
            Assert.That(
                HasEnded || guard.IsCancellationRequested,
                Is.False,
                () => $"no screen; windows: {windows}; it said: {string.Join('\n', _said)}"
            );
            if (windows.Split('\n') is [_, var cage]) // the display itself is the first
            {
                Do(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"windowmove {cage} 0 0 windowsize {cage} {Display.Small.Width} {Display.Small.Height} windowfocus {cage}"
                    )
                );
                return;
            }

            await Task.Delay(200, CancellationToken.None);
        }
    }

    /// <returns>What it wrote; nothing when it found nothing.</returns>
    private async Task<string> Try(string what)
    {
        var start = new ProcessStartInfo("xdotool", what.Split(' ')) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DISPLAY"] = _display.Name;
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said.Trim();
    }

    [GeneratedRegex(@"^ExecStart=((?:.*\\\n)*.*)$", RegexOptions.Multiline)]
    private static partial Regex Command();
}
