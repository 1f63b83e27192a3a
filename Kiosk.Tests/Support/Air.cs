using System.Net;
using System.Net.Sockets;

namespace Kiosk.Tests.Support;

/// <summary>What lies between a tablet and the kiosk: it carries bytes both ways, until it carries none.</summary>
internal sealed class Air : IDisposable
{
    private readonly TcpListener _near = new(IPAddress.Loopback, 0);
    private readonly Uri _kiosk;

    public Air(Uri kiosk)
    {
        _kiosk = kiosk;
        _near.Start();
        _ = CarryAsync();
    }

    /// <summary>Where the kiosk is reached through it.</summary>
    public Uri Address => new UriBuilder(_kiosk) { Port = ((IPEndPoint)_near.LocalEndpoint).Port }.Uri;

    /// <summary>Nothing comes through any more, and nobody is told.</summary>
    public bool IsStill { get; set; }

    public void Dispose() => _near.Dispose();

    private async Task CarryAsync()
    {
        using var tablet = await _near.AcceptTcpClientAsync();
        using var kiosk = new TcpClient();
        await kiosk.ConnectAsync(_kiosk.Host, _kiosk.Port);
        await Task.WhenAll(CarryAsync(tablet.GetStream(), kiosk.GetStream()), CarryAsync(kiosk.GetStream(), tablet.GetStream()));
    }

    private async Task CarryAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            for (int count; (count = await from.ReadAsync(buffer)) > 0; )
            {
                if (!IsStill)
                {
                    await to.WriteAsync(buffer.AsMemory(0, count));
                }
            }
        }
        catch (Exception problem) when (problem is IOException or ObjectDisposedException)
        {
            // one of the two is gone
        }
    }
}
