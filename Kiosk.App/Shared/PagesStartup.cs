using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Kiosk.App.Shared;

/// <summary>Razor Pages, each on the side of its folder.</summary>
internal static class PagesStartup
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MatcherPolicy, SidePolicy>();
        builder.Services.AddRazorPages(options =>
        {
            options.RootDirectory = "/";
            foreach (var side in Enum.GetValues<Side>())
            {
                options.Conventions.AddFolderRouteModelConvention($"/{side}", page => PutOn(side, page));
            }
        });
    }

    public static void UseScreenFiles(this WebApplication app)
    {
        var files = app.Services.GetRequiredService<ScreenFiles>();
        app.UseOn(Side.Staff, part => part.UseStaticFiles(files.StaffOptions));
        app.UseStaticFiles(files.Options);
    }

    /// <summary>Finds a page again after a way back, and looks at who asks.</summary>
    public static void UsePages(this WebApplication app)
    {
        app.UseRouting();
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
