using Kiosk.App.Hosting;
using Kiosk.App.Pairing;
using Kiosk.App.Visitor.Pairing;
using Kiosk.App.Visitor.Rest;
using Kiosk.App.Visitor.Shell;
using Kiosk.Core.Editing;

namespace Kiosk.App.Visitor;

/// <summary>The touchscreen's side of the program.</summary>
internal static class VisitorStartup
{
    private static readonly string[] Hosts = ["127.0.0.1", "localhost", "[::1]"];

    public static void AddVisitor(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(
            (_, kestrel) => kestrel.ListenFor(Side.Visitor, kestrel.ApplicationServices.GetRequiredService<KioskSettings>().VisitorUrl)
        );
        builder.Services.Configure<RouteOptions>(options =>
            options.ConstraintMap[HouseLanguageConstraint.Name] = typeof(HouseLanguageConstraint)
        );
    }

    public static void UseVisitorHosts(this WebApplication app) =>
        app.UseOn(Side.Visitor, part => part.UseOwnHosts(host => Hosts.Contains(host, StringComparer.OrdinalIgnoreCase)));

    /// <summary>A kiosk that was just unpacked asks for its first tablet wherever a visit would begin.</summary>
    public static void MapVisitor(this WebApplication app)
    {
        app.MapGet(
                "/",
                (CurrentHouse house, PairedDevices devices) =>
                    TypedResults.Redirect(devices.IsNew ? PairingPage.Path : $"/{house.Current.Profile.Language}/")
            )
            .OnVisitorSide();
        app.MapTaps();
        app.MapAlive();
        app.MapLive();
        app.MapResting();
    }
}
