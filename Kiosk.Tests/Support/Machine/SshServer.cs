using System.Globalization;

namespace Kiosk.Tests.Support;

/// <summary>Lets <c>ssh</c> and <c>scp</c> into a booted machine, as an ordinary user with a key who may use sudo.</summary>
/// <remarks>Debian's own server and this machine's own clients. Only the way there is the test's: a port of this machine's loopback.</remarks>
internal sealed class SshServer
{
    /// <summary>As <c>-Target</c> takes it: the first user of Raspberry Pi OS once was called pi.</summary>
    public const string Target = "pi@kiosk.example";

    /// <summary>ssh_config(5). A machine that asks for a password is none that knows the key.</summary>
    private const string Way =
        """
        Host kiosk.example
          HostName 127.0.0.1
          Port {0}
          IdentityFile {1}
          IdentitiesOnly yes
          PasswordAuthentication no
          UserKnownHostsFile {2}
          StrictHostKeyChecking accept-new
          LogLevel ERROR
        """;

    /// <param name="folder">Empty; for the key and for programs that know the way.</param>
    public SshServer(BootedMachine machine, string folder)
    {
        machine.Run("apt-get", "update", "--quiet=2");
        machine.Run("apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends", "openssh-server", "sudo");
        machine.Run("useradd", "--create-home", "--shell", "/bin/bash", "pi");
        machine.Write("/etc/sudoers.d/pi", "pi ALL=(ALL) NOPASSWD: ALL\n");

        var key = Path.Combine(folder, "key");
        Tool.Run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key);
        machine.Write("/home/pi/.ssh/authorized_keys", File.ReadAllText(key + ".pub"));
        machine.Run("chown", "--recursive", "pi:pi", "/home/pi/.ssh");

        var way = Path.Combine(folder, "config");
        File.WriteAllText(way, string.Format(CultureInfo.InvariantCulture, Way, machine.Forward(22), key, Path.Combine(folder, "known_hosts")));
        Programs = Directory.CreateDirectory(Path.Combine(folder, "programs")).FullName;
        foreach (var name in new[] { "ssh", "scp" })
        {
            var program = Path.Combine(Programs, name);
            File.WriteAllText(program, $"#!/bin/sh\nexec /usr/bin/{name} -F {way} \"$@\"\n");
            Tool.Run("chmod", "+x", program);
        }
    }

    /// <summary>A folder with <c>ssh</c> and <c>scp</c> that know the way; to be looked in before all others.</summary>
    public string Programs { get; }
}
