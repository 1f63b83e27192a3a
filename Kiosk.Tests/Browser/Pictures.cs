using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>
/// Takes a picture of every kind of screen, to be looked at: <c>./test.sh pictures</c> puts them into <c>artifacts/pictures</c>.
/// </summary>
[Category("Pictures")]
public sealed class Pictures : BrowserTest
{
    private static readonly string[] Modes = ["", "larger", "contrast", "lower", "listen", "calm"];

    public static IEnumerable<TestCaseData> Everywhere =>
        from language in new[] { "fr", "ar", "uk", "de" }
        from size in Display.All
        select new TestCaseData(language, size).SetArgDisplayNames(language, size.ToString());

    [TestCaseSource(nameof(Everywhere))]
    public async Task Each_screen_is_taken(string language, Display size)
    {
        var screen = await Screen(size);
        await Take(screen, "/rest?in=" + language, $"rest-{language}-{size}");
        foreach (var page in Pages.EachKind)
        {
            foreach (var mode in Modes)
            {
                var name =
                    $"{(page.Length == 0 ? "home" : page.Replace('/', '-'))}-{language}-{size}{(mode.Length == 0 ? "" : "-" + mode)}";
                await Take(screen, $"/{language}/{page}{(mode.Length == 0 ? "" : "?with=" + mode)}", name);
            }
        }

        Assert.That(File.Exists(Path.Combine(Folder, $"activity-baby-play-slip-{language}-{size}-calm.png")), "the last of them is there");
    }

    /// <summary>The picture of the README.</summary>
    [Test]
    public async Task The_readme_shows_the_home_screen_of_today()
    {
        var screen = await Screen(Display.Small);
        await Take(screen, "/fr/", "../../docs/pictures/home");
    }

    private static string Folder => Directory.CreateDirectory(Path.Combine(SourceTree.Root, "artifacts", "pictures")).FullName;

    /// <param name="path">Opened first; null when the screen is to be taken as it is.</param>
    internal static async Task Take(Screen screen, string? path, string name)
    {
        if (path is not null)
        {
            await screen.Open(path);
        }

        await screen.Page.EvaluateAsync<bool>(Layout.LettersLoaded);
        await screen.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png") });
    }
}
