namespace Kiosk.Tests.Support;

/// <summary>Lets <c>ssh</c> and <c>scp</c> into a booted machine, as an ordinary user with a key who may use sudo.</summary>
/// <remarks>Debian's own server and clients. Only the way there is the test's: a port of this machine's loopback.</remarks>
internal sealed class SshServer
{
    /// <summary>As <c>-Target</c> takes it: the first user of Raspberry Pi OS once was called pi.</summary>
    public const string Target = "pi@kiosk.example";

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
        File.WriteAllText(way, Way(machine.Forward(22), folder));
        Programs = Directory.CreateDirectory(Path.Combine(folder, "programs")).FullName;
        foreach (var name in new[] { "ssh", "scp" })
        {
            var program = Path.Combine(Programs, name);
            File.WriteAllText(program, $"#!/bin/sh\nexec /usr/bin/{name} -F {way} \"$@\"\n");
            Tool.Run("chmod", "+x", program);
        }
    }

    /// <summary>ssh_config(5). A machine that asks for a password does not know the key.</summary>
    private static string Way(int port, string folder) =>
        $"""
            Host kiosk.example
              HostName 127.0.0.1
              Port {port}
              IdentityFile {folder}/key
              IdentitiesOnly yes
              PasswordAuthentication no
              UserKnownHostsFile {folder}/known_hosts
              StrictHostKeyChecking accept-new
              LogLevel ERROR

            """;

    /// <summary>A folder with <c>ssh</c> and <c>scp</c> that know the way; to be looked in before all others.</summary>
    public string Programs { get; }
}
