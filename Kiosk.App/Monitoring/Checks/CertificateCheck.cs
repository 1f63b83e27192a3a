using Kiosk.App.Certificates;
using Kiosk.Core.Clocks;
using Kiosk.Core.Languages;
using NodaTime;
using NodaTime.Extensions;

namespace Kiosk.App.Monitoring.Checks;

/// <summary>
/// The certificate for tablets: the kiosk's own is renewed by itself; the authority lasts ten years, and then every tablet is told of the
/// next.
/// </summary>
public sealed class CertificateCheck(ServerCertificate certificate, HouseClock clock) : KioskCheck("certificate", "health.certificate")
{
    /// <summary>The kiosk renews its own a month before its end: one that ends within these days was not renewed.</summary>
    private const int SoonDays = 14;

    public override CheckResult Look(Localizer words)
    {
        var zone = clock.Presumed.Zone;
        return CheckResult.Of(
            "safe",
            words.Translate(
                "health.certificate-until",
                ("date", words.DateWithYear(DateOf(certificate.NotAfter, zone))),
                ("authority", words.DateWithYear(DateOf(certificate.Authority.NotAfter, zone)))
            ),
            clock.Known is { } now && EndsSoon(certificate.NotAfter, now.ToDateTimeOffset())
                ? words.Translate("health.certificate-do")
                : null
        );
    }

    public static bool EndsSoon(DateTimeOffset notAfter, DateTimeOffset now) => notAfter <= now.AddDays(SoonDays);

    private static LocalDate DateOf(DateTimeOffset moment, DateTimeZone zone) => moment.ToInstant().InZone(zone).Date;
}
