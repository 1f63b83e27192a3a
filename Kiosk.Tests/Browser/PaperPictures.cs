using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>The screens of a kiosk with a printer, to be looked at.</summary>
[Category("Pictures")]
public sealed class PaperPictures : PaperBrowserTest
{
    private static readonly (string Name, string Path)[] Shown =
    [
        ("topic", "topic/health-teeth"),
        ("service", "service/rent-advice"),
        ("activity", "activity/lunch"),
        ("slip", "service/rent-advice/slip"),
        ("printed", "service/rent-advice/slip?paper=printed"),
        ("sent", "service/rent-advice/slip?paper=sent"),
        ("could-not", "service/rent-advice/slip?paper=could-not"),
    ];

    public static IEnumerable<TestCaseData> Everywhere => Pictures.Everywhere;

    [TestCaseSource(nameof(Everywhere))]
    public async Task Each_screen_is_taken(string language, Display size)
    {
        var screen = await Screen(size);
        await screen.Open($"/{language}/service/rent-advice");
        await screen.Waits(".take");
        await screen.Waits("button.take");
        foreach (var (name, path) in Shown)
        {
            await Pictures.Take(screen, $"/{language}/{path}", $"paper-{name}-{language}-{size}");
        }

        Network.BytesPerSecond = 10_000;
        await screen.Open($"/{language}/service/{Kiosk.House.Services[Array.IndexOf(Display.All, size)].Id}");
        await screen.Touch("button.take");
        await screen.Waits(".printing");
        await Pictures.Take(screen, null, $"paper-printing-{language}-{size}");
        Network.BytesPerSecond = null;
        await screen.Waits(".end-taken");
    }
}
