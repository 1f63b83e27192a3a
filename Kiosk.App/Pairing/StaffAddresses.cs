using System.Net;
using System.Net.Sockets;
using Kiosk.App.Certificates;
using Kiosk.App.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Kiosk.App.Pairing;

/// <summary>Where a tablet finds the kiosk, and how it knows that it is the one.</summary>
public sealed class StaffAddresses(ServerCertificate certificate, KioskSettings settings, IServer server)
{
    /// <summary>With the machine's address, which every tablet finds: <c>https://192.168.1.20:5443</c>.</summary>
    public string Address => At(OwnAddress);

    /// <summary>With its name, which is easier to type, and which some tablets do not find: <c>https://kiosk.local:5443</c>.</summary>
    public string NamedAddress => $"https://{certificate.Names.LocalName}:{Port}";

    /// <summary>SHA-256 of the authority's certificate, in pairs.</summary>
    public string Fingerprint => certificate.Authority.Fingerprint;

    /// <summary>Where the square leads.</summary>
    public string PairAddress(PairingOffer offer) => $"{Address}/pair/{offer.Token}";

    /// <summary>The one the listener was given, unless it was given all.</summary>
    private IPAddress OwnAddress =>
        IPAddress.TryParse(new Uri(settings.StaffUrl).Host.Trim('[', ']'), out var set)
        && !set.Equals(IPAddress.Any)
        && !set.Equals(IPAddress.IPv6Any)
            ? set
            : certificate.Names.Address;

    /// <summary>As it came to be: settings may ask for any free one.</summary>
    private int Port =>
        server
            .Features.Get<IServerAddressesFeature>()
            ?.Addresses.Select(address => new Uri(address.Replace("[::]", "[::1]", StringComparison.Ordinal)))
            .FirstOrDefault(address => address.Scheme == Uri.UriSchemeHttps)
            ?.Port
        ?? new Uri(settings.StaffUrl).Port;

    private string At(IPAddress address) =>
        $"https://{(address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address)}:{Port}";
}
