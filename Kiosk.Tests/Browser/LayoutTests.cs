using Kiosk.Tests.Houses;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>Rest, home and topics stand whole on every screen, in every language, with room for every finger.</summary>
public sealed class LayoutTests : BrowserTest
{
    public static IEnumerable<TestCaseData> Everywhere =>
        from language in Languages
        from size in Display.All
        select new TestCaseData(language, size).SetArgDisplayNames(language, size.ToString());

    [TestCaseSource(nameof(Everywhere))]
    public async Task Rest_and_home_stand_whole(string language, Display size) =>
        await AssertStandWhole(size, ["/rest?in=" + language, $"/{language}/"]);

    [TestCaseSource(nameof(Everywhere))]
    public async Task Topics_stand_whole(string language, Display size) =>
        await AssertStandWhole(size, [.. Pages.OfOneScreen(Kiosk.House, language).Skip(1)]);

    /// <summary>Late in the evening the home screen shows tomorrow, and on a Sunday night there is least to show.</summary>
    [TestCase("2026-11-20 08:00", TestName = "{m}: before the door opens")]
    [TestCase("2026-11-20 23:00", TestName = "{m}: at night")]
    [TestCase("2026-12-25 12:00", TestName = "{m}: on a holiday")]
    public async Task Rest_and_home_stand_whole_at_any_hour(string now)
    {
        Kiosk.Time.StandAt(now);
        try
        {
            await AssertStandWhole(Display.Pi, ["/rest", "/fr/", "/ar/"]);
            await AssertStandWhole(Display.Upright, ["/rest", "/fr/", "/ar/"]);
        }
        finally
        {
            Kiosk.Time.StandAt("2026-11-20 14:20");
        }
    }

    [TestCaseSource(nameof(Everywhere))]
    public async Task Rest_and_home_stand_whole_below_a_notice(string language, Display size)
    {
        var house = Kiosk.House;
        Kiosk.HouseInForce.Replace(DemoHouse.With("notices", Notice).House!);
        try
        {
            await AssertStandWhole(size, ["/rest?in=" + language, $"/{language}/"]);
        }
        finally
        {
            Kiosk.HouseInForce.Replace(house);
        }
    }

    private const string Notice =
        """
        [{ "id": "early", "from": "2026-11-20", "to": "2026-11-20", "text": {
           "fr": "Aujourd’hui nous fermons à 15:00. Le repas du soir n’a pas lieu.", "nl": "Vandaag sluiten we om 15:00. Er is geen avondmaal.",
           "en": "Today we close at 15:00. There is no evening meal.", "ar": "نغلق اليوم الساعة 15:00. لا توجد وجبة مساء." } }]
        """;

    private async Task AssertStandWhole(Display size, string[] paths)
    {
        var screen = await Screen(size);
        var wrong = new List<string>();
        foreach (var path in paths)
        {
            await screen.Open(path);
            await screen.Page.EvaluateAsync<bool>(Layout.LettersLoaded);
            wrong.AddRange((await screen.Page.EvaluateAsync<string[]>(Layout.Measure)).Select(problem => $"{path} {problem}"));
        }

        Assert.That(string.Join('\n', wrong), Is.Empty);
    }
}
