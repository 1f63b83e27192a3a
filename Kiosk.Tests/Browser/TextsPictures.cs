using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>Takes a picture of the pages on which staff read and correct texts, to be looked at.</summary>
[Category("Pictures")]
public sealed class TextsPictures : StaffBrowserTest
{
    private static readonly (string Path, string Name)[] Pages =
    [
        ("/texts", "languages"),
        ("/texts/ar", "arabic"),
        ("/texts/ar?show=all&group=services#services", "arabic-services"),
        ("/texts/ti?group=hours#hours", "prepared"),
        ("/texts/ar/record", "record"),
        ("/guide", "guide"),
    ];

    public static IEnumerable<TestCaseData> Everywhere =>
        from size in new[] { UprightTablet, Telephone, new Display(1280, 800) }
        select new TestCaseData(size).SetArgDisplayNames(size.ToString());

    [SetUp]
    public void FreshKiosk()
    {
        StopKiosk();
        StartKiosk();
    }

    [TestCaseSource(nameof(Everywhere))]
    public async Task Each_page_of_texts_is_taken(Display size)
    {
        var tablet = await Tablet(size: size);
        foreach (var (path, name) in Pages)
        {
            await Browser.Pictures.Take(tablet, path, $"texts-{name}-{size}");
        }

        await tablet.Open("/guide/house");
        await tablet.Page.EvaluateAsync("document.querySelectorAll('.section').forEach(s => s.open = true)");
        await Browser.Pictures.Take(tablet, null, $"texts-house-{size}");
        await tablet.Open("/texts/ar?group=bar");
        await tablet.Page.FillAsync("[name='text:bar.person']", "شخص يساعد");
        await tablet.Page.FillAsync("[name='text:bar.contrast']", "{time}");
        await tablet.Touch(".save-bar .main");
        await tablet.Waits(".wrong");
        await Browser.Pictures.Take(tablet, null, $"texts-wrong-{size}");
        await tablet.Page.FillAsync("[name='text:bar.contrast']", "");
        await tablet.Touch(".save-bar .main");
        await tablet.Waits(".done");
        await tablet.Open("/texts/ar?group=bar&show=all");
        await Browser.Pictures.Take(tablet, null, $"texts-corrected-{size}");
    }
}
