using Kiosk.Core.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Kiosk.App.Staff;

/// <summary>A paired tablet knows itself by a cookie, and its forms by a token; both outlive a restart of the kiosk.</summary>
internal static class DeviceSignIn
{
    private static readonly TimeSpan Stays = TimeSpan.FromDays(90);

    public static void AddDeviceSignIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "__Host-kiosk";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.ExpireTimeSpan = Stays;
            options.SlidingExpiration = true;
            options.LoginPath = "/pair";
            options.Events.OnRedirectToAccessDenied = refused =>
            {
                refused.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
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

    /// <summary>Keys lie among the secrets, readable by the kiosk's own user; nothing on this machine could guard them better from itself.</summary>
    private static void KeepKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Kiosk");
        services.AddOptions<KeyManagementOptions>().Configure<SecretFiles, ILoggerFactory>((keys, secrets, loggers) =>
        {
            keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(secrets.MakeFolder("keys")), loggers);
            keys.XmlEncryptor = new NullXmlEncryptor();
        });
    }
}
