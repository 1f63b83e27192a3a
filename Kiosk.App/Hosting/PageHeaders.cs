namespace Kiosk.App.Hosting;

/// <summary>What a browser may do with our pages: nothing from elsewhere, nothing kept.</summary>
internal static class PageHeaders
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; object-src 'none'; frame-ancestors ";

    public static void UsePageHeaders(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = Policy + "'none'";
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), usb=(), payment=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers.CacheControl = "no-store";
                return next(context);
            }
        );

    /// <summary>On this page staff may be recorded, when they allow it.</summary>
    public static void MayRecord(this HttpContext context) =>
        context.Response.Headers["Permissions-Policy"] = "camera=(), microphone=(self), geolocation=(), usb=(), payment=()";

    /// <summary>This answer may be shown in a frame of our own pages: a preview.</summary>
    public static void MayBeFramedByUs(this HttpContext context) => context.Response.Headers.ContentSecurityPolicy = Policy + "'self'";
}
