using System.Net;
using System.Net.Security;
using Kiosk.App.Certificates;
using Kiosk.App.Hosting;
using Kiosk.App.Staff.Comprehension;
using Kiosk.App.Staff.Devices;
using Kiosk.App.Staff.Guide;
using Kiosk.App.Staff.Shell;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Kiosk.App.Staff;

/// <summary>The tablets' side of the program.</summary>
internal static class StaffStartup
{
    /// <summary>Largest body of a form of staff's, bytes; a page that takes a file says so itself (<c>RequestSizeLimit</c>).</summary>
    private const int LargestFormBytes = 1024 * 1024;

    /// <summary>
    /// A tablet that was carried out of reach says no goodbye: it is asked, so that the bell counts on none that hears nothing.
    /// </summary>
    private static readonly TimeSpan AskAfter = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    public static void AddStaff(this WebApplicationBuilder builder)
    {
        builder.AddDeviceSignIn();
        builder.AddReportAccess();
        builder.Services.AddSingleton<ComprehensionSessions>();
        builder.Services.AddSingleton<DrawingsWaiting>();
        builder.WebHost.ConfigureKestrel(
            (_, kestrel) =>
            {
                var services = kestrel.ApplicationServices;
                (kestrel.Limits.Http2.KeepAlivePingDelay, kestrel.Limits.Http2.KeepAlivePingTimeout) = (AskAfter, AnswerWithin);
                kestrel.ListenFor(
                    Side.Staff,
                    services.GetRequiredService<KioskSettings>().StaffUrl,
                    listen =>
                        listen.UseHttps(
                            new TlsHandshakeCallbackOptions
                            {
                                OnConnection = _ =>
                                    ValueTask.FromResult(
                                        new SslServerAuthenticationOptions
                                        {
                                            ServerCertificateContext = services.GetRequiredService<ServerCertificate>().Context,
                                        }
                                    ),
                            }
                        )
                );
            }
        );
    }

    /// <summary>A name of this machine's, or an address: no other site can have an address lead here.</summary>
    public static void UseStaffHosts(this WebApplication app)
    {
        var certificate = app.Services.GetRequiredService<ServerCertificate>();
        app.UseOn(
            Side.Staff,
            part =>
            {
                part.UseOwnHosts(host =>
                    IPAddress.TryParse(host, out _) || certificate.Names.Names.Contains(host, StringComparer.OrdinalIgnoreCase)
                );
                part.Use(
                    (context, next) =>
                    {
                        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = LargestFormBytes;
                        return next(context);
                    }
                );
            }
        );
    }

    public static void MapStaff(this WebApplication app)
    {
        app.MapStaffLive();
        app.MapCertificate();
    }
}
