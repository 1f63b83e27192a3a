using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Kiosk.App.Hosting;

/// <summary>The names and addresses by which a tablet of the house can find this machine.</summary>
/// <param name="Names">Lower case: <c>kiosk</c>, <c>kiosk.local</c>, <c>localhost</c>.</param>
/// <param name="Addresses">Of private networks only, the likeliest to answer first; this machine's own loopback last.</param>
public sealed partial record MachineNames(IReadOnlyList<string> Names, IReadOnlyList<IPAddress> Addresses)
{
    private const string Localhost = "localhost";

    /// <summary>What a tablet is told to open.</summary>
    public IPAddress Address => Addresses[0];

    /// <summary>The name that most tablets find without a server of names (mDNS, RFC 6762).</summary>
    public string LocalName => Names.FirstOrDefault(name => name.EndsWith(".local", StringComparison.Ordinal)) ?? Localhost;

    public static MachineNames OfThisMachine()
    {
        var host = Dns.GetHostName().Split('.')[0].ToLowerInvariant();
        return Of(
            Label().IsMatch(host) ? host : null,
            NetworkInterface.GetAllNetworkInterfaces().Where(card => card.OperationalStatus == OperationalStatus.Up).SelectMany(AddressesOf)
        );
    }

    /// <summary>
    /// Whether an address of one card is meant, and no card has it: a cable that is out, or a network that is not there yet.
    /// </summary>
    public static bool IsWithoutAddressOf(string url) =>
        IPAddress.TryParse(new Uri(url).Host.Trim('[', ']'), out var meant)
        && !meant.Equals(IPAddress.Any)
        && !meant.Equals(IPAddress.IPv6Any)
        && !IPAddress.IsLoopback(meant)
        && !NetworkInterface
            .GetAllNetworkInterfaces()
            .SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Any(own => own.Address.Equals(meant));

    /// <summary>Whether a machine may be called so (RFC 1123), in small letters.</summary>
    public static bool IsName(string name) => Label().IsMatch(name);

    /// <param name="host">Null when it is no name that a certificate can hold.</param>
    public static MachineNames Of(string? host, IEnumerable<IPAddress> addresses) =>
        new(
            host is null or Localhost ? [Localhost] : [host, host + ".local", Localhost],
            [
                .. addresses.Where(PrivateNetworks.Hold).Where(address => !IPAddress.IsLoopback(address)).Distinct(),
                IPAddress.Loopback,
                IPAddress.IPv6Loopback,
            ]
        );

    public bool Equals(MachineNames? other) =>
        other is not null && Names.SequenceEqual(other.Names) && Addresses.SequenceEqual(other.Addresses);

    public override int GetHashCode() => HashCode.Combine(Names.Count, Addresses.Count);

    /// <summary>A card that leads further, to a router, comes before one that does not; IPv4 before IPv6, which is long to type.</summary>
    private static IEnumerable<IPAddress> AddressesOf(NetworkInterface card) =>
        card.GetIPProperties()
            .UnicastAddresses.Select(own =>
                own.Address.AddressFamily == AddressFamily.InterNetworkV6 ? new IPAddress(own.Address.GetAddressBytes()) : own.Address
            )
            .OrderBy(address => address.AddressFamily == AddressFamily.InterNetworkV6);

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$")]
    private static partial Regex Label();
}
