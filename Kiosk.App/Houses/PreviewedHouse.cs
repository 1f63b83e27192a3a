using Kiosk.App.Hosting;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses;
using Microsoft.AspNetCore.Authentication;

namespace Kiosk.App.Houses;

/// <summary>The house that a request looks at instead of the one in force.</summary>
public sealed record PreviewedHouse(House House)
{
    private const string Root = "/preview";

    /// <summary>The house that a request is about.</summary>
    public static House Of(HttpContext context) =>
        context.Features.Get<PreviewedHouse>()?.House ?? context.RequestServices.GetRequiredService<CurrentHouse>().Current;

    /// <summary>Whether it is no visitor who looks: nothing is counted and nothing happens by itself.</summary>
    public static bool IsShownBy(HttpContext context) => context.Features.Get<PreviewedHouse>() is not null;

    private static async Task<bool> IsPaired(HttpContext context) => (await context.AuthenticateAsync()).Succeeded;

    /// <summary>Shows the visitor's pages to a paired tablet under <c>/preview/{key}/</c>, as they would be.</summary>
    internal static async Task<bool> TryShow(HttpContext context)
    {
        if (
            !context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase, out var rest)
            || !HttpMethods.IsGet(context.Request.Method)
            || !await IsPaired(context)
        )
        {
            return false;
        }

        var key = rest.Value!.Trim('/').Split('/')[0];
        if (context.RequestServices.GetRequiredService<Previews>().Find(key) is not { } house)
        {
            return false;
        }

        context.Request.PathBase += $"{Root}/{key}";
        context.Request.Path = rest.Value[(key.Length + 1)..];
        context.Features.Set(new PreviewedHouse(house));
        context.Features.Set(new CameInBy(Side.Visitor));
        context.MayBeFramedByUs();
        context.Response.Headers.ContentSecurityPolicy += "; script-src 'none'";
        return true;
    }
}

/// <summary>Where previews are shown.</summary>
internal static class PreviewStartup
{
    public static void UsePreviews(this WebApplication app) =>
        app.UseOn(
            Side.Staff,
            part =>
                part.Use(
                    async (context, next) =>
                    {
                        if (await PreviewedHouse.TryShow(context) && context.Request.Path.Value is "" or "/")
                        {
                            context.Response.Redirect($"{context.Request.PathBase}/{PreviewedHouse.Of(context).Profile.Language}/");
                            return;
                        }

                        await next(context);
                    }
                )
        );
}
