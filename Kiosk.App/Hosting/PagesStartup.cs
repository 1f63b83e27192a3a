using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Kiosk.App.Hosting;

/// <summary>Razor Pages, each on the side of its folder.</summary>
internal static class PagesStartup
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MatcherPolicy, SidePolicy>();
        builder.Services.AddRazorPages(options =>
        {
            options.RootDirectory = "/";
            options.Conventions.AuthorizeFolder($"/{Side.Staff}");
            foreach (var side in Enum.GetValues<Side>())
            {
                options.Conventions.AddFolderRouteModelConvention($"/{side}", page => PutOn(side, page));
            }
        });
        BoundProperties.AddTo(builder.Services);
    }

    public static void UseScreenFiles(this WebApplication app)
    {
        var files = app.Services.GetRequiredService<ScreenFiles>();
        app.UseOn(Side.Staff, part => part.UseStaticFiles(files.StaffOptions));
        app.UseStaticFiles(files.Options);
    }

    /// <summary>
    /// An address that leads nowhere, a form that is too old, or a page that failed: each side has its own page <c>/lost</c> for it, which
    /// shows visitors a way home in their language, and tells staff what to do.
    /// </summary>
    public static void UseWayBack(this WebApplication app)
    {
        foreach (var side in Enum.GetValues<Side>())
        {
            app.UseOn(
                side,
                part =>
                {
                    part.UseExceptionHandler("/lost");
                    part.UseStatusCodePagesWithReExecute("/lost");
                }
            );
        }
    }

    /// <summary>Looks at who asks, and gives the pages.</summary>
    public static void UsePages(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
    }

    private static void PutOn(Side side, PageRouteModel page)
    {
        foreach (var selector in page.Selectors)
        {
            selector.EndpointMetadata.Add(new OnSideAttribute(side));
        }
    }
}
