using Kiosk.App.Shared;
using Kiosk.Core.Houses;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Tests.Support;

/// <summary>The real program with the demo house, on a free port of this machine, in a data folder of its own.</summary>
/// <remarks>It is Friday 20 November 2026, twenty past two: the house is open and things go on.</remarks>
public sealed class KioskHost : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("kiosk-test-");

    private KioskHost()
    {
        // The program opens a browser where there is a display; a test brings its own.
        Environment.SetEnvironmentVariable("DISPLAY", null);
        Environment.SetEnvironmentVariable("WAYLAND_DISPLAY", null);
        UseKestrel(0);
    }

    public ManualTime Time { get; } = new("2026-11-20 14:20");

    public string DataFolder => _data.FullName;

    /// <summary>Where it answers, without a slash at the end: <c>http://127.0.0.1:40123</c>.</summary>
    public string Address => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    public HouseInForce HouseInForce => Services.GetRequiredService<HouseInForce>();

    public House House => HouseInForce.Current;

    public static KioskHost Start()
    {
        var host = new KioskHost();
        host.StartServer();
        return host;
    }

    /// <summary>A caller that follows redirects only where it is told to.</summary>
    public HttpClient Caller(bool followsRedirects = false) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = followsRedirects, UseCookies = false }) { BaseAddress = new Uri(Address) };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Kiosk:Data", _data.FullName);
        builder.UseSetting("Kiosk:VisitorUrl", "http://127.0.0.1:0");
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Time));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _data.Exists)
        {
            _data.Delete(recursive: true);
        }
    }
}
