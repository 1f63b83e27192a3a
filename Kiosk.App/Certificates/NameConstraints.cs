using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Kiosk.App.Certificates;

/// <summary>What an authority may vouch for, and nothing else (RFC 5280, 4.2.1.10).</summary>
internal static class NameConstraints
{
    private const string ObjectIdentifier = "2.5.29.30"; // id-ce-nameConstraints
    private static readonly Asn1Tag Permitted = new(TagClass.ContextSpecific, 0); // permittedSubtrees
    private static readonly Asn1Tag DnsName = new(TagClass.ContextSpecific, 2); // GeneralName, dNSName
    private static readonly Asn1Tag Address = new(TagClass.ContextSpecific, 7); // GeneralName, iPAddress

    /// <param name="names">Each with all names below it.</param>
    public static X509Extension Permit(IEnumerable<string> names, IEnumerable<IPNetwork> networks)
    {
        var asn = new AsnWriter(AsnEncodingRules.DER);
        using (asn.PushSequence())
        using (asn.PushSequence(Permitted))
        {
            foreach (var name in names)
            {
                using (asn.PushSequence())
                {
                    asn.WriteCharacterString(UniversalTagNumber.IA5String, name, DnsName);
                }
            }

            foreach (var network in networks)
            {
                using (asn.PushSequence())
                {
                    asn.WriteOctetString([.. network.BaseAddress.GetAddressBytes(), .. MaskOf(network)], Address);
                }
            }
        }

        return new X509Extension(ObjectIdentifier, asn.Encode(), critical: true);
    }

    /// <summary>As many bytes as the address has, the first <see cref="IPNetwork.PrefixLength"/> bits set.</summary>
    private static IEnumerable<byte> MaskOf(IPNetwork network) =>
        Enumerable
            .Range(0, network.BaseAddress.GetAddressBytes().Length)
            .Select(index => Math.Clamp(network.PrefixLength - (index * 8), 0, 8))
            .Select(bits => (byte)(0xFF00 >> bits));
}
