using System.Net;
using Kiosk.App.Certificates;
using Kiosk.App.Pairing;
using Kiosk.App.Staff.Shell;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Kiosk.Tests.Staff;

/// <summary>
/// A kiosk that is unpacked where there is no network starts in the past, here on 20 November for 1 May; the tablet that is paired then is
/// the one that tells it the time.
/// </summary>
internal sealed class PairingWithoutTimeTests
{
    [Test]
    public async Task A_tablet_that_was_paired_before_the_time_was_known_stays_paired()
    {
        using var kiosk = KioskHost.Start("Kiosk:Clock=check");
        var cookie = await Pair(kiosk);
        Assert.That(cookie, Does.Contain("max-age=7776000"), "a tablet that knows the time would forget one that ended by the kiosk's");

        kiosk.Machine.Synchronize("2027-05-01 14:20");
        kiosk.Services.GetRequiredService<ServerCertificate>().Keep();
        using var tablet = kiosk.StaffCaller(new CookieContainer());
        tablet.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        using var page = await tablet.GetAsync(new Uri("/", UriKind.Relative));
        Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    /// <returns>The cookie as the kiosk sets it.</returns>
    private static async Task<string> Pair(KioskHost kiosk)
    {
        var path = "/pair/" + kiosk.Services.GetRequiredService<PairingDesk>().Show().Token;
        using var stranger = new StaffForms(kiosk.StaffCaller(new CookieContainer()));
        using var paired = await stranger.Post(path, path, ("Name", "Cuisine"));
        return paired
            .Headers.GetValues("Set-Cookie")
            .Single(cookie => cookie.StartsWith(DeviceSignIn.CookieName + "=", StringComparison.Ordinal));
    }
}
