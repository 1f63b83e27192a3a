using System.Globalization;
using System.Security.Claims;
using Kiosk.App.Hosting;
using Kiosk.Core.Devices;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Kiosk.App.Staff.Shell;

/// <summary>Somebody who signed in on a tablet is known by a second cookie, which the report alone asks for.</summary>
/// <remarks>A scheme of its own: no other page ever looks at it, so it opens nothing else.</remarks>
internal static class CoordinatorSignIn
{
    public const string Scheme = "coordinator";
    public const string CookieName = "__Host-kiosk-coordinator";

    /// <summary>Without a request for so long, a session ends.</summary>
    public static readonly TimeSpan Stays = TimeSpan.FromMinutes(30);

    // Never the framework's identifier: a form's token is bound to that, and belongs to the tablet.
    private const string AccountClaim = "account";
    private const string DeviceClaim = "device";

    public static void AddCoordinatorSignIn(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = CoordinatorAccounts.Rounds);
        builder.Services.AddSingleton<CoordinatorAccounts>();
        builder
            .Services.AddAuthentication()
            .AddCookie(
                Scheme,
                options =>
                {
                    options.Cookie.Name = CookieName;
                    options.Cookie.SameSite = SameSiteMode.Strict;
                    options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
                    options.ExpireTimeSpan = Stays;
                    options.SlidingExpiration = true;
                    options.Events.OnCheckSlidingExpiration = RenewEachTime;
                    options.Events.OnValidatePrincipal = Recognize;
                }
            );
    }

    /// <summary>On this tablet only, and until its browser is closed at the latest.</summary>
    public static Task SignInCoordinator(this HttpContext context, CoordinatorAccount account, Device device) =>
        context.SignInAsync(
            Scheme,
            new ClaimsPrincipal(
                new ClaimsIdentity([new Claim(AccountClaim, Written(account.Id)), new Claim(DeviceClaim, Written(device.Id))], Scheme)
            )
        );

    public static Task SignOutCoordinator(this HttpContext context) => context.SignOutAsync(Scheme);

    /// <summary>Who is signed in on the tablet that asks; null when nobody is, or no longer.</summary>
    public static async Task<CoordinatorAccount?> SignedInCoordinator(this HttpContext context) =>
        (await context.AuthenticateAsync(Scheme)).Succeeded ? context.Features.Get<CoordinatorAccount>() : null;

    /// <summary>The framework would wait for half of the time, and so end a session 15 minutes after a touch.</summary>
    private static Task RenewEachTime(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = true;
        return Task.CompletedTask;
    }

    /// <summary>On each request: an account that was removed is signed out at once, and so is one on a tablet that was revoked.</summary>
    private static async Task Recognize(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (http.Side() != Side.Staff)
        {
            context.RejectPrincipal();
            return;
        }

        var accounts = http.RequestServices.GetRequiredService<CoordinatorAccounts>();
        if (
            http.Features.Get<Device>() is not { } device
            || Number(context, DeviceClaim) != device.Id
            || accounts.Find(Number(context, AccountClaim)) is not { } account
        )
        {
            context.RejectPrincipal();
            await http.SignOutAsync(Scheme);
            return;
        }

        http.Features.Set(account);
    }

    private static string Written(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>0, which is nobody's, when it is missing.</summary>
    private static long Number(CookieValidatePrincipalContext context, string claim) =>
        long.TryParse(context.Principal?.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
