using System.Net;
using System.Security.Cryptography.X509Certificates;
using Kiosk.App.Certificates;
using Kiosk.App.Display;
using Kiosk.App.Hosting;
using Kiosk.App.Pairing;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Clocks;
using Kiosk.Core.Devices;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses;
using Kiosk.Core.Printing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace Kiosk.Tests.Support;

/// <summary>
/// The real program with the demo house, on a free port of this machine, in a data folder of its own, paired with two tablets.
/// </summary>
/// <remarks>It is Friday 20 November 2026, twenty past two: the house is open and things go on.</remarks>
public sealed class KioskHost : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("kiosk-test-");

    private readonly string[] _settings;

    private KioskHost(string[] settings)
    {
        _settings = settings;
        Machine = new ManualMachine(Time);

        // The program opens a browser where there is a display; a test brings its own.
        Environment.SetEnvironmentVariable("DISPLAY", null);
        Environment.SetEnvironmentVariable("WAYLAND_DISPLAY", null);
        UseKestrel(); // on the listeners of the settings, as the program does
    }

    public FakeTimeProvider Time { get; } = StandingTime.At("2026-11-20 14:20");

    /// <summary>What vouches for the time, with <c>Kiosk:Clock=check</c>.</summary>
    public ManualMachine Machine { get; }

    /// <summary>Short: in tests, printers that stay silent are meant to.</summary>
    public static readonly PrinterTimeouts ShortTimeouts = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(12));

    /// <summary>A passphrase is hashed with so many times fewer rounds than in a house: a tenth of a second each would be most of a test.
    /// </summary>
    public const int LessHashing = 100;

    /// <summary>
    /// Where it asks for a picture of its screen. Nothing is there, as on a machine that was not set up, until a test puts a socket there.
    /// </summary>
    public string CameraSocket => DataFolder + "-picture";

    public string DataFolder => _data.FullName;

    /// <summary>Where it answers, without a slash at the end: <c>http://127.0.0.1:40123</c>.</summary>
    public string Address => ListeningAt("http:");

    /// <summary>Where it answers the house's tablets: <c>https://127.0.0.1:40124</c>.</summary>
    public string StaffAddress => ListeningAt("https:");

    public CurrentHouse CurrentHouse => Services.GetRequiredService<CurrentHouse>();

    public House House => CurrentHouse.Current;

    /// <param name="settings">As on the command line: <c>Kiosk:Printer=none</c>.</param>
    public static KioskHost Start(params string[] settings) => StartAt("2026-11-20 14:20", settings);

    /// <param name="brussels">What the kiosk's clock says when it is switched on.</param>
    public static KioskHost StartAt(string brussels, params string[] settings)
    {
        var host = new KioskHost(settings);
        host.Time.StandAt(brussels);
        PairedFolder.Prepare(host.DataFolder);
        host.StartServer();
        return host;
    }

    /// <summary>As it is unpacked: no tablet was ever paired.</summary>
    public static KioskHost StartUnpaired(params string[] settings)
    {
        var host = new KioskHost(settings);
        host.StartServer();
        return host;
    }

    /// <summary>A caller that follows redirects only where it is told to.</summary>
    public HttpClient Caller(bool followsRedirects = false) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = followsRedirects, UseCookies = false }) { BaseAddress = new Uri(Address) };

    /// <summary>
    /// A tablet that is paired, as a caller: it keeps cookies, follows no redirect and trusts the kiosk's authority, nothing else.
    /// </summary>
    public HttpClient StaffCaller(Role role = Role.Coordinator)
    {
        var cookies = new CookieContainer();
        cookies.Add(new Cookie(DeviceSignIn.CookieName, StaffCookie(role), "/", "127.0.0.1") { Secure = true });
        return StaffCaller(cookies);
    }

    /// <summary>The same with cookies of the test's own; none is a tablet that was never paired.</summary>
    public HttpClient StaffCaller(CookieContainer cookies)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = cookies,
            SslOptions = { CertificateChainPolicy = Trust() },
        };
        var caller = new HttpClient(handler) { BaseAddress = new Uri(StaffAddress) };
        caller.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        caller.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");
        return caller;
    }

    /// <summary>What the browser of a paired tablet holds.</summary>
    public string StaffCookie(Role role) => StaffCookie(PairedFolder.TokenOf(role));

    /// <param name="token">The secret of that tablet.</param>
    public string StaffCookie(string token)
    {
        var device = Services.GetRequiredService<PairedDevices>().Find(token)!;
        var options = Services
            .GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(CookieAuthenticationDefaults.AuthenticationScheme);
        var properties = new AuthenticationProperties
        {
            IsPersistent = true,
            IssuedUtc = Time.GetUtcNow(),
            ExpiresUtc = Time.GetUtcNow().AddDays(90),
        };
        return options.TicketDataFormat.Protect(
            new AuthenticationTicket(DeviceSignIn.PrincipalOf(device, token), properties, CookieAuthenticationDefaults.AuthenticationScheme)
        );
    }

    /// <summary>What a tablet trusts that installed the kiosk's certificate, on the kiosk's day.</summary>
    public X509ChainPolicy Trust() =>
        new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { X509CertificateLoader.LoadCertificate(Services.GetRequiredService<ServerCertificate>().Authority.Der) },
            RevocationMode = X509RevocationMode.NoCheck,
            VerificationTime = Time.GetUtcNow().UtcDateTime,
        };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Kiosk:Data", _data.FullName);
        builder.UseSetting("Kiosk:VisitorUrl", $"http://127.0.0.1:{KioskProcess.FreePort()}");
        builder.UseSetting("Kiosk:StaffUrl", $"https://127.0.0.1:{KioskProcess.FreePort()}");
        builder.UseSetting("Kiosk:Voice", "none"); // hundreds of kiosks would each say all their texts ahead
        foreach (var setting in _settings)
        {
            builder.UseSetting(setting.Split('=', 2)[0], setting.Split('=', 2)[1]);
        }

        builder.ConfigureTestServices(services =>
            services
                .AddSingleton<TimeProvider>(Time)
                .AddSingleton<IMachineClock>(Machine)
                .AddSingleton(ShortTimeouts)
                .PostConfigure<PasswordHasherOptions>(hashing => hashing.IterationCount /= LessHashing)
                .AddSingleton(own => new ScreenCamera(CameraSocket, own.GetRequiredService<ILogger<ScreenCamera>>()))
        );
    }

    private string ListeningAt(string scheme) =>
        Services
            .GetRequiredService<IServer>()
            .Features.GetRequiredFeature<IServerAddressesFeature>()
            .Addresses.First(address => address.StartsWith(scheme, StringComparison.Ordinal));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _data.Exists && !Removed())
        {
            Assert.That(Removed, Is.True.After(10).Seconds.PollEvery(100).MilliSeconds);
        }
    }

    /// <summary>Not while a tablet's last request is still writing.</summary>
    private bool Removed()
    {
        try
        {
            _data.Delete(recursive: true);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
