using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using Kiosk.App.Provisioning;
using NUnit.Framework;

namespace Kiosk.Tests.Support;

/// <summary>
/// The disks of a machine with a kernel of its own: the system's, and one with the label <c>kiosk-data</c> for what is kept.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class VirtualDisks : IDisposable
{
    private const string SystemSize = "6G";
    private const string DataSize = "2G";

    /// <summary>
    /// Carries out commands that come in by the second serial line, and answers each with its exit code and what it said.
    /// </summary>
    private const string Listener = """
        #!/bin/bash
        stty --file=/dev/ttyS1 raw -echo
        exec </dev/ttyS1 3>/dev/ttyS1
        while read -r line; do
          base64 --decode <<<"$line" >/run/test-command
          bash /run/test-command </dev/null >/run/test-said 2>&1
          echo "$? $(base64 --wrap=0 /run/test-said)" >&3
        done
        """;

    private const string ListenerUnit = """
        [Unit]
        Description=Commands of the test
        [Service]
        ExecStart=/usr/local/sbin/test-listener
        [Install]
        WantedBy=multi-user.target
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kiosk-disks-");

    public string System => Path.Combine(_folder.FullName, "system.img");

    public string Data => Path.Combine(_folder.FullName, "data.img");

    public string Kernel => Path.Combine(_folder.FullName, "vmlinuz");

    /// <summary>The first step of a start (initramfs). A boot loader would read it from the disk.</summary>
    public string FirstStep => Path.Combine(_folder.FullName, "initrd.img");

    /// <summary>Makes the system's disk of what a machine holds that runs without a kernel of its own.</summary>
    public static VirtualDisks Of(BootedMachine machine)
    {
        machine.Run([
            "apt-get",
            "install",
            "--yes",
            "--quiet=2",
            "--no-install-recommends",
            "linux-image-cloud-amd64",
            "udev",
            .. ReadOnlyRoot.FromDebian,
        ]);
        machine.Write("/usr/local/sbin/test-listener", Listener);
        machine.Run("chmod", "755", "/usr/local/sbin/test-listener");
        machine.Write("/etc/systemd/system/test-listener.service", ListenerUnit);
        machine.Run("systemctl", "enable", "--quiet", "test-listener");
        machine.Write("/etc/fstab", "/dev/vda / ext4 defaults 0 1\n");
        machine.Run("systemctl", "stop", "kiosk-screen", "kiosk");

        var disks = new VirtualDisks();
        var files = disks._folder.CreateSubdirectory("files");
        Tool.Run("cp", "--archive", "--one-file-system", machine.Inside("/."), files.FullName);
        foreach (var folder in (string[])["proc", "sys", "dev", "run", "tmp"])
        {
            files.CreateSubdirectory(folder);
        }

        File.Copy(Directory.GetFiles(Path.Combine(files.FullName, "boot"), "vmlinuz-*").Single(), disks.Kernel);
        File.Copy(Directory.GetFiles(Path.Combine(files.FullName, "boot"), "initrd.img-*").Single(), disks.FirstStep);
        Tool.Run("mkfs.ext4", "-q", "-d", files.FullName, disks.System, SystemSize);
        Tool.Run("mkfs.ext4", "-q", "-L", "kiosk-data", disks.Data, DataSize);
        files.Delete(recursive: true);
        return disks;
    }

    /// <summary>Takes the first step of a start from the system's disk, as a boot loader does; the machine is off.</summary>
    public void ReadFirstStep()
    {
        var names = Encoding.UTF8.GetString(Tool.Run("debugfs", "-R", "ls -p /boot", System)).Split('\n').Select(line => line.Split('/'));
        var name = names.Single(parts => parts.Length > 5 && parts[5].StartsWith("initrd.img-", StringComparison.Ordinal))[5];
        Tool.Run("debugfs", "-R", $"dump /boot/{name} {FirstStep}", System);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>
/// A machine with a kernel, a start and disks of its own, under QEMU, whose power can be cut. Emulated, it is some fifteen times slower.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class VirtualMachine : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _complaint;

    private VirtualMachine(VirtualDisks disks)
    {
        _process = Process.Start(
            new ProcessStartInfo(
                "qemu-system-x86_64",
                [
                    "-accel",
                    "tcg,thread=multi",
                    "-cpu",
                    "max",
                    "-smp",
                    "2",
                    "-m",
                    "2048",
                    "-display",
                    "none",
                    "-nic",
                    "none",
                    "-no-reboot",
                    "-kernel",
                    disks.Kernel,
                    "-initrd",
                    disks.FirstStep,
                    "-append",
                    "root=/dev/vda console=ttyS0 quiet",
                    "-drive",
                    $"file={disks.System},format=raw,if=virtio",
                    "-drive",
                    $"file={disks.Data},format=raw,if=virtio",
                    "-serial",
                    "null",
                    "-serial",
                    "stdio",
                    "-monitor",
                    "none",
                ]
            )
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        _complaint = _process.StandardError.ReadToEndAsync();
    }

    public static async Task<VirtualMachine> BootAsync(VirtualDisks disks)
    {
        var machine = new VirtualMachine(disks);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        while (await machine.Ask("true", TimeSpan.FromSeconds(5)) is null)
        {
            Assert.That(machine._process.HasExited, Is.False, () => machine._complaint.GetAwaiter().GetResult());
            patience.Token.ThrowIfCancellationRequested();
        }

        return machine;
    }

    /// <summary>Runs a line of the shell as root; one that fails fails the test with its own words.</summary>
    public async Task<string> Run(string line)
    {
        var (exit, said) = await Try(line);
        Assert.That(exit, Is.Zero, $"{line}: {said}");
        return said.TrimEnd();
    }

    public async Task<(int Exit, string Said)> Try(string line) =>
        await Ask(line, TimeSpan.FromMinutes(15)) ?? throw new AssertionException($"{line}: no answer");

    /// <summary>Waits until a line of the shell succeeds.</summary>
    public async Task Until(string line)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2));
        while ((await Try(line)).Exit != 0)
        {
            Assert.That(patience.IsCancellationRequested, Is.False, $"{line}\n{(await Try("journalctl --no-pager -n 40")).Said}");
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>Switches it off as a person does who knows how.</summary>
    public async Task PowerOff()
    {
        await Run("systemctl poweroff --no-block");
        await _process.WaitForExitAsync();
    }

    /// <summary>The power is gone, at once. What the disks were told to keep they keep.</summary>
    public async Task Cut()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Cut();
        }

        _process.Dispose();
    }

    /// <returns>Null when there was no answer in time. An answer that comes late is taken for none.</returns>
    private async Task<(int Exit, string Said)?> Ask(string line, TimeSpan patience)
    {
        await _process.StandardInput.WriteLineAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes($"echo {++_asked}\n{line}")));
        await _process.StandardInput.FlushAsync();
        using var late = new CancellationTokenSource(patience);
        try
        {
            while (await _process.StandardOutput.ReadLineAsync(late.Token) is { } answer)
            {
                if (Understood(answer) is var (exit, said) && said.StartsWith($"{_asked}\n", StringComparison.Ordinal))
                {
                    return (exit, said[(said.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // it is still starting
        }

        return null;
    }

    private int _asked;

    /// <returns>Null for what is no answer, as what the line carried before anybody listened.</returns>
    private static (int Exit, string Said)? Understood(string answer)
    {
        var parts = answer.Trim().Split(' ');
        var bytes = new byte[answer.Length];
        return
            parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var exit)
            && Convert.TryFromBase64String(parts[1], bytes, out var length)
            ? (exit, Encoding.UTF8.GetString(bytes, 0, length))
            : null;
    }
}
