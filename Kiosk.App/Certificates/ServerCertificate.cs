using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Kiosk.App.Hosting;
using Kiosk.Core.Clocks;
using Kiosk.Core.Storage;

namespace Kiosk.App.Certificates;

/// <summary>The certificate that the staff's listener shows, renewed by itself while the program runs.</summary>
/// <remarks>
/// Made when the first tablet knocks or soon after the start, whichever is first: the visitor's first page does not wait for it.
/// </remarks>
public sealed class ServerCertificate(SecretFiles secrets, HouseClock clock, Func<MachineNames> namesNow) : IDisposable
{
    private const string File = "server.pem";

    private static readonly TimeSpan RenewedBefore = TimeSpan.FromDays(30);

    private readonly Lock _gate = new();
    private Authority? _authority;
    private Shown? _shown;

    private sealed record Shown(X509Certificate2 Certificate, SslStreamCertificateContext Context, MachineNames Names);

    public Authority Authority
    {
        get
        {
            lock (_gate)
            {
                return _authority ??= Authority.Open(secrets, namesNow(), clock.Presumed.ToDateTimeOffset());
            }
        }
    }

    /// <summary>Names and addresses as the certificate in use has them.</summary>
    public MachineNames Names => Current.Names;

    public DateTimeOffset NotAfter => new(Current.Certificate.NotAfter);

    /// <summary>For the next connection.</summary>
    public SslStreamCertificateContext Context => Current.Context;

    private Shown Current
    {
        get
        {
            lock (_gate)
            {
                return _shown ?? Renew();
            }
        }
    }

    /// <summary>Makes a new one when fewer than 30 days are left, or the machine goes by other names or addresses.</summary>
    /// <remarks>While the time is not known, one for these names stays whatever its dates are.</remarks>
    public void Keep()
    {
        lock (_gate)
        {
            Renew();
        }
    }

    public void Dispose()
    {
        _authority?.Dispose();
        _shown?.Certificate.Dispose();
    }

    private Shown Renew()
    {
        var (names, now) = (namesNow(), clock.Known?.ToDateTimeOffset());
        if (_shown is { } shown && shown.Names.Equals(names) && IsGood(shown.Certificate, now))
        {
            return shown;
        }

        // the one before stays with the connections that have it
        return _shown = Show(KeptFor(names, now) ?? Make(names, now ?? clock.Presumed.ToDateTimeOffset()), names);
    }

    /// <summary>
    /// The one on disk, when it still serves: a tablet that was told to go on without the authority is not asked again at each start.
    /// </summary>
    private X509Certificate2? KeptFor(MachineNames names, DateTimeOffset? now) =>
        Authority.Read(secrets, File) is { } kept && IsGood(kept, now) && Authority.HasIssued(kept, names) ? Usable(kept) : null;

    private X509Certificate2 Make(MachineNames names, DateTimeOffset now)
    {
        var pem = Authority.Issue(names, now);
        secrets.Write(File, pem);
        return Usable(X509Certificate2.CreateFromPem(pem, pem));
    }

    private static bool IsGood(X509Certificate2 certificate, DateTimeOffset? now) =>
        now is null || (new DateTimeOffset(certificate.NotBefore) <= now && now < new DateTimeOffset(certificate.NotAfter) - RenewedBefore);

    /// <summary>TLS on Windows takes no key that was only ever in memory.</summary>
    private static X509Certificate2 Usable(X509Certificate2 certificate) =>
        OperatingSystem.IsWindows() ? X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null) : certificate;

    private static Shown Show(X509Certificate2 certificate, MachineNames names) =>
        new(certificate, SslStreamCertificateContext.Create(certificate, null, offline: true), names);
}
