using Kiosk.App.Certificates;
using Kiosk.App.Hosting;

namespace Kiosk.App.Staff.Devices;

/// <summary><c>GET /certificate/kiosk.crt</c>: what a tablet installs to trust the kiosk; no secret.</summary>
internal static class CertificateEndpoint
{
    private const string MediaType = "application/x-x509-ca-cert"; // what iOS and Android take for a certificate to install

    public static void MapCertificate(this WebApplication app) =>
        app.MapGet(
                "/certificate/kiosk.crt",
                (ServerCertificate certificate) => TypedResults.File(certificate.Authority.Der, MediaType, "kiosk.crt")
            )
            .OnStaffSide()
            .AllowAnonymous();
}
