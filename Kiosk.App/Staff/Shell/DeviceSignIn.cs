using System.Globalization;
using System.Security.Claims;
using Kiosk.App.Hosting;
using Kiosk.App.Pairing;
using Kiosk.Core.Clocks;
using Kiosk.Core.Devices;
using Kiosk.Core.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Kiosk.App.Staff.Shell;

/// <summary>A paired tablet is known by a cookie, and its forms by a token; both outlive a restart of the kiosk.</summary>
internal static class DeviceSignIn
{
    public const string CookieName = "__Host-kiosk"; // a browser takes it by TLS only, and sends it to this host alone
    private const string TokenClaim = "token";

    private static readonly TimeSpan Stays = TimeSpan.FromDays(90);

    /// <summary>Of a tablet that is paired while the time is not known: the kiosk is to know it still, once it knows the time.</summary>
    private static readonly TimeSpan StaysWithoutTime = TimeSpan.FromDays(3652);

    public static void AddDeviceSignIn(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options =>
            {
                options.Cookie.Name = CookieName;
                options.Cookie.SameSite = SameSiteMode.Strict;
                options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
                options.Cookie.MaxAge = Stays; // by the tablet's own clock; the kiosk's may be years behind
                options.ExpireTimeSpan = Stays;
                options.SlidingExpiration = true;
                options.LoginPath = "/pair";
                options.Events.OnValidatePrincipal = Recognize;
                options.Events.OnRedirectToLogin = ShowTheDoor;
                options.Events.OnRedirectToAccessDenied = Refuse;
            });
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "__Host-kiosk-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.SuppressXFrameOptionsHeader = true; // frame-ancestors says it, and knows previews
        });
        KeepKeys(builder.Services);
    }

    /// <summary>Gives the browser of a newly paired tablet its cookie.</summary>
    public static Task SignIn(this HttpContext context, Device device, string token)
    {
        var clock = context.RequestServices.GetRequiredService<HouseClock>();
        return context.SignInAsync(
            PrincipalOf(device, token),
            new AuthenticationProperties
            {
                IsPersistent = true,
                ExpiresUtc = clock.Known is null ? clock.Presumed.ToDateTimeOffset() + StaysWithoutTime : null,
            }
        );
    }

    /// <summary>Name and role are those of the moment; the identifier stays, so that a new role spoils no open form.</summary>
    internal static ClaimsPrincipal PrincipalOf(Device device, string token) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.NameIdentifier, device.Id.ToString(CultureInfo.InvariantCulture)),
                    new Claim(ClaimTypes.Role, RoleName(device.Role)),
                    new Claim(TokenClaim, token),
                ],
                CookieAuthenticationDefaults.AuthenticationScheme
            )
        );

    private static string RoleName(Role role) =>
        role switch
        {
            Role.Staff => StaffRoles.Staff,
            Role.Coordinator => StaffRoles.Coordinator,
        };

    /// <summary>On each request: a tablet that was revoked is signed out at once. On the touchscreen's side nobody is anybody.</summary>
    private static async Task Recognize(CookieValidatePrincipalContext context)
    {
        var token = context.Principal?.FindFirstValue(TokenClaim);
        var devices = context.HttpContext.RequestServices.GetRequiredService<PairedDevices>();
        if (context.HttpContext.Side() != Side.Staff)
        {
            context.RejectPrincipal();
            return;
        }

        if (devices.Find(token) is not { } device)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
            return;
        }

        devices.NoteSeen(device);
        context.HttpContext.Features.Set(device);
        context.ReplacePrincipal(PrincipalOf(device, token!));
    }

    /// <summary>A page leads to pairing; what a script asks for is refused plainly.</summary>
    private static Task ShowTheDoor(RedirectContext<CookieAuthenticationOptions> refused)
    {
        if (AsksForPage(refused.Request))
        {
            refused.Response.Redirect("/pair");
            return Task.CompletedTask;
        }

        return Answer(refused, StatusCodes.Status401Unauthorized);
    }

    /// <summary>The report leads to where one signs in for it; everything else is refused plainly.</summary>
    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> refused)
    {
        if (AsksForPage(refused.Request) && refused.HttpContext.IsForReportReaders())
        {
            refused.Response.Redirect(ReportAccess.SignInPath);
            return Task.CompletedTask;
        }

        return Answer(refused, StatusCodes.Status403Forbidden);
    }

    private static bool AsksForPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> refused, int status)
    {
        refused.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>
    /// Keys lie among the secrets, readable by the kiosk's own user; nothing on this machine could guard them better from itself.
    /// </summary>
    private static void KeepKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Kiosk");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<SecretFiles, ILoggerFactory>(
                (keys, secrets, loggers) =>
                {
                    keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(secrets.MakeFolder("keys")), loggers);
                    keys.XmlEncryptor = new NullXmlEncryptor();
                }
            );
    }
}
