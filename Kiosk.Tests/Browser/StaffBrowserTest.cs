using Kiosk.Core.Devices;
using Kiosk.Tests.Support;

namespace Kiosk.Tests.Browser;

/// <summary>A test at a paired tablet, beside a kiosk's screen.</summary>
public abstract class StaffBrowserTest : BrowserTest
{
    /// <summary>An 8-inch tablet held upright.</summary>
    public static readonly Display UprightTablet = new(800, 1280);

    /// <summary>A telephone.</summary>
    public static readonly Display Telephone = new(390, 844);

    /// <summary>A fresh browser, paired with the kiosk.</summary>
    protected Task<Screen> Tablet(Role role = Role.Coordinator, Display? size = null) => Screen(Kiosk.StaffAddress, size ?? UprightTablet);
}
