using Kiosk.App.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Kiosk.App.Visitor;

/// <summary>The touchscreen's side of the program.</summary>
internal static class VisitorStartup
{
    public static void AddVisitor(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorPages(options => options.RootDirectory = "/");
        builder.Services.Configure<RouteOptions>(options => options.ConstraintMap[HouseLanguageConstraint.Name] = typeof(HouseLanguageConstraint));
        builder.Services.AddDataProtection().AddKeyManagementOptions(keys =>
        {
            keys.XmlRepository = new KeysInMemory(); // visitors have no cookie: no key need reach the disk
            keys.XmlEncryptor = new NullXmlEncryptor();
        });
        builder.Services.AddHostFiltering(options => options.AllowedHosts = ["127.0.0.1", "localhost", "[::1]"]);
    }

    /// <summary>What the browser may do with our pages: nothing from elsewhere, nothing kept.</summary>
    public static void UseVisitorHeaders(this WebApplication app)
    {
        app.UseHostFiltering();
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy =
                "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), usb=(), payment=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers.CacheControl = "no-store";
            return next(context);
        });
    }

    public static void UseScreenFiles(this WebApplication app) => app.UseStaticFiles(app.Services.GetRequiredService<ScreenFiles>().Options);

    /// <summary>An address that leads nowhere, or a page that failed, shows a way home in the visitor's language.</summary>
    public static void UseWayBack(this WebApplication app)
    {
        app.UseExceptionHandler("/lost");
        app.UseStatusCodePagesWithReExecute("/lost");
        app.UseRouting();
    }

    public static void MapVisitor(this WebApplication app)
    {
        app.MapGet("/", (HouseInForce house) => TypedResults.Redirect($"/{house.Current.Profile.Language}/"));
        app.MapRazorPages();
    }
}
