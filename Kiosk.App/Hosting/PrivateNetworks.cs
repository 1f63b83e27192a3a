using System.Net;

namespace Kiosk.App.Hosting;

/// <summary>The networks that no address of the internet lies in: all that the kiosk's own authority may vouch for.</summary>
public static class PrivateNetworks
{
    /// <summary>RFC 1918, 3927 (link-local), 6890 (loopback); for IPv6 RFC 4193 (unique local), 4291 (link-local, loopback).</summary>
    public static readonly IReadOnlyList<IPNetwork> All =
    [
        .. new[]
        {
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "169.254.0.0/16",
            "127.0.0.0/8",
            "fc00::/7",
            "fe80::/10",
            "::1/128",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    public static bool Hold(IPAddress address) => All.Any(network => network.Contains(address));
}
