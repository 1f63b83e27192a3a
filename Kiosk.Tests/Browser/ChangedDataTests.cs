using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>A file of the data that somebody took away while the kiosk ran, in words on a tablet.</summary>
[Platform("Linux")]
public sealed class ChangedDataTests : StaffBrowserTest
{
    [Test]
    public async Task It_is_told_with_the_file_and_what_to_do()
    {
        var tablet = await Tablet();
        await tablet.Open("/health");
        Assert.That(await tablet.Page.Locator(".findings").InnerTextAsync(), Does.Contain("Intactes."));
        File.Delete(Path.Combine(Kiosk.DataFolder, "tally.db"));
        await tablet.Open("/health");
        Assert.That(
            await tablet.Page.Locator(".finding-look").InnerTextAsync(),
            Does.Contain("modifié pendant qu’elle tournait").And.Contain("redémarrer").And.Contain("tally.db was removed")
        );
    }
}
