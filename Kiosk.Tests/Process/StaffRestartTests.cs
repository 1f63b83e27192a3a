using System.Net;
using System.Text.RegularExpressions;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Processes;

/// <summary>A kiosk that was switched off and on: its tablets are still paired, and what they had open still posts.</summary>
[Category("Process"), Platform("Linux")]
public sealed partial class StaffRestartTests
{
    [Test]
    public async Task After_a_restart_a_tablet_is_still_paired_and_its_open_form_still_posts()
    {
        using var folders = new KioskFolders();
        var address = $"https://127.0.0.1:{KioskProcess.FreePort()}";
        var cookies = new CookieContainer();
        string openForm;
        await using (var kiosk = KioskProcess.Begin(folders, "--Kiosk:StaffUrl=" + address))
        {
            Assert.That(await kiosk.ReadyAsync());
            using var tablet = StaffForms.Of(folders, address, cookies);
            var code = SaidCode().Match(kiosk.Said).Value;
            using var paired = await tablet.Post(
                "/pair",
                "/pair",
                ("Code", code),
                ("Name", "Accueil"),
                ("Pin", "2468"),
                ("PinAgain", "2468")
            );
            Assert.That(paired.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther), await paired.Content.ReadAsStringAsync());
            openForm = await tablet.TokenOf("/devices");
            Assert.That(await kiosk.StopAsync(), Is.Zero);
        }

        await using var again = KioskProcess.Begin(folders, "--Kiosk:StaffUrl=" + address);
        Assert.That(await again.ReadyAsync());
        using var sameTablet = StaffForms.Of(folders, address, cookies);
        using var posted = await sameTablet.Send(openForm, "/devices?handler=Name", ("id", "1"), ("name", "Cuisine"));
        Assert.That(posted.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That(await sameTablet.Caller.GetStringAsync(new Uri("/devices", UriKind.Relative)), Does.Contain("Cuisine"));
        Assert.That((again.Said.Contains("No tablet", StringComparison.Ordinal), again.Complained), Is.EqualTo((false, "")));
    }

    /// <summary>Neither run says the name, on neither output.</summary>
    [Test]
    public async Task After_a_restart_a_coordinator_is_still_signed_in()
    {
        using var folders = new KioskFolders();
        var address = $"https://127.0.0.1:{KioskProcess.FreePort()}";
        var cookies = new CookieContainer();
        await using (var kiosk = KioskProcess.Begin(folders, "--Kiosk:StaffUrl=" + address))
        {
            Assert.That(await kiosk.ReadyAsync());
            using var tablet = StaffForms.Of(folders, address, cookies);
            using var paired = await tablet.Post(
                "/pair",
                "/pair",
                ("Code", SaidCode().Match(kiosk.Said).Value),
                ("Name", "Accueil"),
                ("Pin", "2468"),
                ("PinAgain", "2468")
            );
            using var added = await tablet.AddCoordinator();
            using var wrong = await tablet.SignIn("another phrase that is long");
            using var right = await tablet.SignIn();
            Assert.That((added.StatusCode, right.Headers.Location?.OriginalString), Is.EqualTo((HttpStatusCode.SeeOther, "/report")));
            Assert.That(await kiosk.StopAsync(), Is.Zero);
            Assert.That(kiosk.Said + kiosk.Complained, Does.Not.Contain(Passphrases.Name).And.Not.Contain(Passphrases.Right));
        }

        await using var again = KioskProcess.Begin(folders, "--Kiosk:StaffUrl=" + address);
        Assert.That(await again.ReadyAsync());
        using var sameTablet = StaffForms.Of(folders, address, cookies);
        Assert.That(
            await sameTablet.Caller.GetStringAsync(new Uri("/report/sign-in", UriKind.Relative)),
            Does.Contain("handler=Out").And.Contain(Passphrases.Name)
        );
        Assert.That((again.Said.Contains(Passphrases.Name, StringComparison.Ordinal), again.Complained), Is.EqualTo((false, "")));
    }

    [GeneratedRegex(@"\d{3} \d{3}(?= within)")]
    private static partial Regex SaidCode();
}
