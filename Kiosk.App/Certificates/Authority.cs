using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kiosk.App.Hosting;
using Kiosk.Core.Storage;

namespace Kiosk.App.Certificates;

/// <summary>The kiosk's own certificate authority: a tablet that trusts it knows this kiosk again, and trusts nothing else by it.</summary>
/// <remarks>
/// It vouches for <c>.local</c>, the name the machine had when it was made, and private networks; stolen, it is of no use for any other
/// site.
/// </remarks>
public sealed class Authority : IDisposable
{
    private const string File = "authority.pem";
    private const int Years = 10;

    /// <summary>A browser takes no server's certificate that lives longer (CA/Browser Forum, Baseline Requirements 6.3.2).</summary>
    private const int MostDays = 397;

    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1"); // id-kp-serverAuth

    private readonly X509Certificate2 _certificate;

    private Authority(X509Certificate2 certificate) => _certificate = certificate;

    /// <summary>As a tablet installs it: the certificate without its key.</summary>
    public byte[] Der => _certificate.RawData;

    public string Subject => _certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    public DateTimeOffset NotAfter => new(_certificate.NotAfter);

    /// <summary>SHA-256 of the certificate, in pairs: <c>3F A2 …</c>, as tablets show it.</summary>
    public string Fingerprint =>
        string.Join(' ', SHA256.HashData(Der).Select(part => part.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>
    /// Reads the authority, or makes it: the first time, or when the file is damaged, and then tablets have to trust the new one.
    /// </summary>
    public static Authority Open(SecretFiles secrets, MachineNames names, DateTimeOffset now)
    {
        if (Read(secrets, File) is { } kept)
        {
            return new Authority(kept);
        }

        var authority = Make(names, now);
        secrets.Write(File, Pem(authority));
        return new Authority(authority);
    }

    /// <summary>A certificate with its key; null when there is none, or what is there can be read by nobody.</summary>
    internal static X509Certificate2? Read(SecretFiles secrets, string file)
    {
        try
        {
            return secrets.Read(file) is { } pem ? X509Certificate2.CreateFromPem(pem, pem) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>A certificate for this machine under these names, as text with its key.</summary>
    public string Issue(MachineNames names, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + names.LocalName, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([ServerAuthentication], false));
        request.CertificateExtensions.Add(AlternativeNames(names));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_certificate, true, false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var begin = Begin(Within(now));
        using var issued = request.Create(_certificate, begin, begin.AddDays(MostDays - 1), SerialNumber());
        using var whole = issued.CopyWithPrivateKey(key);
        return Pem(whole);
    }

    /// <summary>Whether a certificate is of this authority and for exactly these names.</summary>
    public bool HasIssued(X509Certificate2 certificate, MachineNames names) =>
        certificate.IssuerName.RawData.AsSpan().SequenceEqual(_certificate.SubjectName.RawData)
        && certificate
            .Extensions.OfType<X509AuthorityKeyIdentifierExtension>()
            .Any(issuer => issuer.KeyIdentifier is { } id && id.Span.SequenceEqual(KeyIdentifier))
        && certificate
            .Extensions.First(own => own.Oid?.Value == "2.5.29.17")
            .RawData.AsSpan()
            .SequenceEqual(AlternativeNames(names).RawData); // subjectAltName

    public void Dispose() => _certificate.Dispose();

    private ReadOnlySpan<byte> KeyIdentifier =>
        _certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single().SubjectKeyIdentifierBytes.Span;

    private static X509Certificate2 Make(MachineNames names, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=Kiosk {names.Names[0]}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([ServerAuthentication], false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(
            NameConstraints.Permit(
                [.. names.Names.Where(name => !name.EndsWith(".local", StringComparison.Ordinal)), "local"],
                PrivateNetworks.All
            )
        );
        return request.CreateSelfSigned(Begin(now), now.AddYears(Years));
    }

    /// <summary>A kiosk whose clock went astray still has a certificate, which tablets with a right clock take.</summary>
    private DateTimeOffset Within(DateTimeOffset now)
    {
        var (first, last) = (new DateTimeOffset(_certificate.NotBefore).AddDays(1), NotAfter.AddDays(-MostDays));
        return now < first ? first
            : now > last ? last
            : now;
    }

    /// <summary>A tablet's clock may be behind the kiosk's.</summary>
    private static DateTimeOffset Begin(DateTimeOffset now) => now.AddDays(-1);

    private X509Extension AlternativeNames(MachineNames names)
    {
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names.Names.Where(MayVouchFor))
        {
            alternatives.AddDnsName(name);
        }

        foreach (var address in names.Addresses)
        {
            alternatives.AddIpAddress(address);
        }

        return alternatives.Build();
    }

    /// <summary>A machine that was given another name since: that name without <c>.local</c> would spoil the whole certificate.</summary>
    private bool MayVouchFor(string name) =>
        name is "localhost" || name.EndsWith(".local", StringComparison.Ordinal) || _certificate.Subject == $"CN=Kiosk {name}";

    /// <summary>Positive, 127 bits of chance (RFC 5280, 4.1.2.2).</summary>
    private static byte[] SerialNumber()
    {
        var number = RandomNumberGenerator.GetBytes(16);
        number[0] = (byte)((number[0] & 0x7F) | 0x40);
        return number;
    }

    private static string Pem(X509Certificate2 certificate)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n";
    }
}
