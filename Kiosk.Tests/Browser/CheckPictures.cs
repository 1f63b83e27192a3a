using Kiosk.Core.Languages;
using Kiosk.Core.PictogramComprehension;
using Kiosk.Core.Pictograms;
using Kiosk.Core.Storage;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>Takes a picture of every page of the pictogram check, to be looked at.</summary>
[Category("Pictures")]
public sealed class CheckPictures : StaffBrowserTest
{
    public static IEnumerable<TestCaseData> Everywhere =>
        from size in new[] { UprightTablet, Telephone, Display.Small }
        select new TestCaseData(size).SetArgDisplayNames(size.ToString());

    [TestCaseSource(nameof(Everywhere))]
    public async Task Each_page_of_the_check_is_taken(Display size)
    {
        Answer(Kiosk);
        var tablet = await Tablet(size: size);
        await Pictures.Take(tablet, "/guide/drawings?replace=food", $"check-replace-{size}");
        await Pictures.Take(tablet, "/guide/check", $"check-begin-{size}");
        await tablet.Touch(".check-languages [value=ar]");
        await tablet.Waits(".ask-drawing");
        await Pictures.Take(tablet, null, $"check-ask-{size}");
        await tablet.Touch(".ask-right");
        await tablet.Page.Locator("progress[value='1']").WaitForAsync();
        await tablet.Touch(".ask-means summary");
        await tablet.Touch(".ask-said summary");
        await Pictures.Take(tablet, null, $"check-ask-open-{size}");
        await Pictures.Take(tablet, "/guide/check/results", $"check-results-{size}");
        await tablet.Open("/guide/check");
        await tablet.Touch("[action$=End] button");
        await tablet.Waits(".check-languages");
    }

    /// <summary>Some invented answers, with every verdict among them.</summary>
    internal static void Answer(KioskHost kiosk)
    {
        var (checks, set) = (kiosk.Services.GetRequiredService<HouseDatabase>().Checks, kiosk.Services.GetRequiredService<PictogramSet>());
        (string Drawing, string Language, int[] Times, string Said)[] invented =
        [
            ("habits", "ar", [1, 2, 4, 0, 2], "دواء"),
            ("rights", "ar", [2, 0, 3, 1, 2], "سوق"),
            ("rights", "fr", [6, 1, 2, 0, 0], "le marché"),
            ("food", "ar", [7, 1, 0, 0, 0], "شاي"),
            ("housing", "fr", [6, 0, 0, 0, 0], ""),
            ("lower", "fr", [1, 1, 1, 0, 1], "un ascenseur"),
        ];
        foreach (var (drawing, language, times, said) in invented)
        {
            foreach (var (understanding, often) in times.Index())
            {
                for (var time = 0; time < often; time++)
                {
                    var words = (Understanding)understanding is Understanding.Nearly or Understanding.Other ? said : "";
                    checks.Add(
                        new CheckAnswer(
                            new ShownDrawing(drawing, set[drawing].Mark, LanguageTag.Parse(language)),
                            (Understanding)understanding,
                            words
                        )
                    );
                }
            }
        }
    }
}
