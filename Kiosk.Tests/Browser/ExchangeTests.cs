using System.Text;
using System.Text.RegularExpressions;
using Kiosk.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>In and out, on a tablet held upright.</summary>
public sealed class ExchangeTests : StaffBrowserTest
{
    [Test]
    public async Task A_sheet_goes_out_is_changed_comes_in_and_can_be_taken_back()
    {
        var tablet = await Tablet();
        var sheet = Encoding.UTF8.GetString(await Take(tablet, "programme"));
        await Bring(tablet, "programme.csv", sheet.Replace("Café ouvert", "Café du matin", StringComparison.Ordinal));
        await Assertions.Expect(tablet.Page.Locator(".figures .changed b")).ToHaveTextAsync("1");
        await Assertions.Expect(tablet.Page.Locator(".changes")).ToContainTextAsync("Café du matin");
        await Picture(tablet, "exchange-plan");
        Assert.That(await ActivityPage(), Does.Contain("Café ouvert"), "nothing is changed before somebody says so");

        await tablet.Touch("button.main");
        await tablet.Waits(".done");
        Assert.That(await ActivityPage(), Does.Contain("Café du matin"));
        await tablet.Touch(".done button");
        await tablet.Page.WaitForURLAsync(new Regex("/exchange"));
        Assert.That(await ActivityPage(), Does.Contain("Café ouvert"));
    }

    [TestCase("house")]
    [TestCase("programme")]
    [TestCase("hsds-csv")]
    [TestCase("hsds-json")]
    public async Task What_went_out_changes_nothing_when_it_comes_in(string what)
    {
        var tablet = await Tablet();
        var content = await Take(tablet, what);
        await Bring(
            tablet,
            what switch
            {
                "hsds-csv" => "hsds.zip",
                "programme" => "programme.csv",
                _ => "house.json",
            },
            content
        );
        await Assertions.Expect(tablet.Page.Locator(".plan .lead")).ToBeVisibleAsync();
        Assert.That(await tablet.Page.Locator(".decide .main").CountAsync(), Is.Zero);
        await tablet.Touch(".decide button");
        await tablet.Waits("input[type=file]");
    }

    [Test]
    public async Task Rows_that_cannot_be_taken_stand_in_the_plan_with_file_and_line()
    {
        var tablet = await Tablet();
        await Bring(tablet, "organizations.csv", "id,name\no1,Ancre\n,Sans nom\n");
        await Assertions.Expect(tablet.Page.Locator(".rows")).ToContainTextAsync("organizations.csv, line 3");
        await Picture(tablet, "exchange-problems");
        await tablet.Touch(".decide form:last-child button");
    }

    [Test]
    public async Task What_is_too_large_is_refused_in_words()
    {
        var tablet = await Tablet();
        tablet.HearsComplaints = false;
        using var folder = new KioskFolders();
        var file = Path.Combine(folder.Root, "house.json");
        await using (var large = File.Create(file))
        {
            large.SetLength(50_000_000);
        }

        await tablet.Open("/exchange");
        await tablet.Page.Locator("input[type=file]").SetInputFilesAsync(file);
        await tablet.Touch(".bring button.main");
        await Assertions
            .Expect(tablet.Page.Locator("main"))
            .ToContainTextAsync(new Regex("20 Mo|too large|trop grand", RegexOptions.IgnoreCase));
    }

    [Test]
    public async Task It_is_looked_at()
    {
        foreach (var (size, name) in new[] { (UprightTablet, "upright"), (Telephone, "telephone"), (Display.Lying, "lying") })
        {
            var tablet = await Tablet(size: size);
            await tablet.Open("/exchange");
            Assert.That(await tablet.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), Is.True, name);
            await Picture(tablet, $"exchange-{name}");
        }
    }

    private static async Task<byte[]> Take(Screen tablet, string what)
    {
        await tablet.Open("/exchange");
        var download = await tablet.Page.RunAndWaitForDownloadAsync(() => tablet.Touch($"a[href*='what={what}']"));
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    private static Task Bring(Screen tablet, string name, string text) => Bring(tablet, name, Encoding.UTF8.GetBytes(text));

    private static async Task Bring(Screen tablet, string name, byte[] content)
    {
        await tablet.Open("/exchange");
        await tablet
            .Page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "application/octet-stream",
                    Buffer = content,
                }
            );
        await tablet.Touch(".bring button.main");
        await tablet.Page.WaitForLoadStateAsync();
    }

    private async Task<string> ActivityPage()
    {
        using var visitor = new HttpClient { BaseAddress = new Uri(Kiosk.Address) };
        return await visitor.GetStringAsync(new Uri("/fr/activity/open-cafe", UriKind.Relative));
    }

    private static Task Picture(Screen tablet, string name) =>
        tablet.Page.ScreenshotAsync(new() { Path = Path.Combine(SourceTree.PathOf("artifacts/pictures"), name + ".png"), FullPage = true });
}
