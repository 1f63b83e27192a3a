using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>Takes a picture of every screen of the guide, to be looked at.</summary>
[Category("Pictures")]
public sealed class GuidePictures : StaffBrowserTest
{
    private static readonly (string Path, string Name)[] Pages =
    [
        ("/guide", "guide"),
        ("/guide/services", "services"),
        ("/guide/topics", "topics"),
        ("/guide/services/midday-meal", "service"),
        ("/guide/topics/new", "new-topic"),
        ("/guide/house", "house"),
        ("/guide/drawings", "drawings"),
    ];

    public static IEnumerable<TestCaseData> Everywhere =>
        from size in new[] { UprightTablet, Telephone, new Display(1280, 800) }
        select new TestCaseData(size).SetArgDisplayNames(size.ToString());

    [TestCaseSource(nameof(Everywhere))]
    public async Task Each_screen_of_the_guide_is_taken(Display size)
    {
        var screen = await Tablet(size: size);
        foreach (var (path, name) in Pages)
        {
            await screen.Open(path);
            await Take(screen, $"guide-{name}-{size}");
        }

        await screen.Open("/guide/services/midday-meal");
        await screen.Page.EvaluateAsync("document.querySelectorAll('.section').forEach(s => s.open = true)");
        await Take(screen, $"guide-service-open-{size}");
    }

    private static async Task Take(Screen screen, string name)
    {
        await screen.Page.EvaluateAsync<bool>(Layout.LettersLoaded);
        var folder = Directory.CreateDirectory(Path.Combine(SourceTree.Root, "artifacts", "pictures")).FullName;
        await screen.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}
