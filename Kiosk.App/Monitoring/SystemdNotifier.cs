using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Kiosk.App.Monitoring;

/// <summary>
/// Tells systemd how the program is, by datagrams to <c>$NOTIFY_SOCKET</c> (sd_notify(3)). Elsewhere nobody listens, and nothing is said.
/// </summary>
public sealed class SystemdNotifier
{
    private readonly UnixDomainSocketEndPoint? _address;

    public SystemdNotifier()
        : this(Environment.GetEnvironmentVariable("NOTIFY_SOCKET"), Environment.GetEnvironmentVariable("WATCHDOG_USEC")) { }

    /// <param name="socket">Path of the socket; one that begins with <c>@</c> is in the abstract namespace (unix(7)).</param>
    /// <param name="watchdogMicroseconds">How long the service manager waits for a sign of life before it ends the program.</param>
    public SystemdNotifier(string? socket, string? watchdogMicroseconds)
    {
        _address = string.IsNullOrEmpty(socket) ? null : new UnixDomainSocketEndPoint(socket[0] == '@' ? "\0" + socket[1..] : socket);
        Patience =
            long.TryParse(watchdogMicroseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > 0
                ? TimeSpan.FromMicroseconds(given)
                : null;
    }

    /// <summary>How long it waits for a sign of life; null when it does not watch.</summary>
    public TimeSpan? Patience { get; }

    public bool Listens => _address is not null;

    public void Ready() => Tell("READY=1");

    public void Stopping() => Tell("STOPPING=1");

    public void IsAlive() => Tell("WATCHDOG=1");

    /// <summary>Shown by <c>systemctl status</c>.</summary>
    public void SetStatus(string sentence) => Tell("STATUS=" + sentence.ReplaceLineEndings(" "));

    private void Tell(string state)
    {
        if (_address is null)
        {
            return;
        }

        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            socket.SendTo(Encoding.UTF8.GetBytes(state), _address);
        }
        catch (SocketException)
        {
            // whoever listened has gone; the kiosk serves on
        }
    }
}
