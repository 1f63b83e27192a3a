using Kiosk.App.Staff.Shell;
using Kiosk.Core.Devices;
using Kiosk.Tests.Support;
using Microsoft.Playwright;

namespace Kiosk.Tests.Browser;

/// <summary>A test at a paired tablet, beside a kiosk's screen.</summary>
public abstract class StaffBrowserTest : BrowserTest
{
    /// <summary>An 8-inch tablet held upright.</summary>
    public static readonly Display UprightTablet = new(800, 1280);

    /// <summary>A telephone.</summary>
    public static readonly Display Telephone = new(390, 844);

    /// <summary>A fresh browser, paired with the kiosk.</summary>
    protected async Task<Screen> Tablet(
        Role role = Role.Coordinator,
        Display? size = null,
        bool scripts = true,
        float sharpness = 1,
        string locale = "fr-BE"
    )
    {
        var tablet = await Screen(Kiosk.StaffAddress, size ?? UprightTablet, scripts, sharpness, locale);
        await tablet.Page.Context.AddCookiesAsync([
            new()
            {
                Name = DeviceSignIn.CookieName,
                Value = Kiosk.StaffCookie(role),
                Url = Kiosk.StaffAddress,
                Secure = true,
                HttpOnly = true,
                SameSite = SameSiteAttribute.Strict,
            },
        ]);
        return tablet;
    }

    /// <summary>A fresh browser that the kiosk has never seen.</summary>
    protected Task<Screen> UnpairedTablet(Display? size = null, bool scripts = true) =>
        Screen(Kiosk.StaffAddress, size ?? UprightTablet, scripts);
}
