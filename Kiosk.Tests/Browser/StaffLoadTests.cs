using Kiosk.Core.Editing;
using Kiosk.Core.Programme;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>
/// Five tablets change the same activities at once, each on days of its own, while somebody walks through the kiosk: no error, and no
/// change lost.
/// </summary>
[Platform("Linux")]
public sealed class StaffLoadTests : StaffBrowserTest
{
    private const int Tablets = 5;

    /// <summary>Weeks ahead, so that a tablet has fourteen days of its own.</summary>
    private const int DaysAhead = Tablets * 14;

    /// <summary>
    /// Touches one button of one time, in one breath: the page follows the other four tablets and may be renewed at any moment.
    /// </summary>
    private const string ChangeOneTime = """
        chance => {
          const buttons = [...document.querySelectorAll('.slot-acts button[name=say]')];
          const button = buttons[Math.floor(chance * buttons.length)];
          if (!button) return null;
          button.click();
          return [button.form.elements.activity.value, button.form.elements.date.value, button.value];
        }
        """;

    private static readonly LocalDate FirstDay = new(2026, 11, 23);

    /// <summary>Ten minutes of pictures and page contents would be all that the test does.</summary>
    [Test]
    public Task A_short_while() => Work(TimeSpan.FromSeconds(10));

    /// <summary><c>./test.sh load</c></summary>
    [Test]
    [Category("Load")]
    public Task Ten_minutes() => Work(TimeSpan.FromMinutes(10));

    private async Task Work(TimeSpan length)
    {
        StopKiosk();
        StartKiosk();
        using var end = new CancellationTokenSource();
        var kiosk = Walk(await Screen(), end.Token);
        var tablets = new List<Task<Dictionary<Planned, string>>>();
        for (var number = 0; number < Tablets; number++)
        {
            tablets.Add(Change(await Tablet(size: number % 2 == 0 ? UprightTablet : Telephone), number, end.Token));
        }

        end.CancelAfter(length);
        var saidOf = await Task.WhenAll(tablets);
        var pages = await kiosk;

        var changes = Kiosk.Services.GetRequiredService<HouseEditor>().History().Count;
        var said = saidOf.SelectMany(tablet => tablet).ToList();
        var lost = said.Where(one => StateOf(one.Key) != one.Value)
            .Select(one => $"{one.Key.Activity} on {one.Key.On}: said {one.Value}, is {StateOf(one.Key)}")
            .ToList();
        TestContext.Out.WriteLine(
            $"{Tablets} tablets: {changes} changes to {said.Count} times in {length.TotalSeconds} s; {pages} pages on the kiosk."
        );
        Assert.That(said, Has.Count.GreaterThan(Tablets));
        Assert.That(pages, Is.Positive);
        Assert.That(lost, Is.Empty);
    }

    /// <summary>Changes one time after the other on every fifth day, and remembers what it said last of each.</summary>
    private static async Task<Dictionary<Planned, string>> Change(Screen tablet, int number, CancellationToken end)
    {
        var random = new Random(number);
        var said = new Dictionary<Planned, string>();
        while (!end.IsCancellationRequested)
        {
            var day = LocalDatePattern.Iso.Format(FirstDay.PlusDays((random.Next(DaysAhead / Tablets) * Tablets) + number));
            await tablet.Open("/?day=" + day);
            var touched = await tablet.Page.EvaluateAsync<string[]?>(ChangeOneTime, random.NextDouble());
            if (touched is not [var activity, var date, var say])
            {
                continue;
            }

            await tablet.Waits(".done");
            said[new Planned(activity, date)] = say switch
            {
                "cancel" => "cancelled",
                "full" => "full",
                _ => "as planned",
            };
        }

        return said;
    }

    /// <summary>How many pages the visitors saw.</summary>
    private async Task<int> Walk(Screen screen, CancellationToken end)
    {
        var pages = 0;
        while (!end.IsCancellationRequested)
        {
            var page = Pages.EachKind[pages % Pages.EachKind.Length];
            await screen.Open($"/{Languages[pages % Languages.Length]}/{page}");
            pages++;
        }

        Assert.That(screen.Responses.Where(answer => answer.Status >= 400).Select(answer => answer.Url), Is.Empty);
        return pages;
    }

    private string StateOf(Planned planned)
    {
        var activity = Kiosk.House.Activities.Single(activity => activity.Id == planned.Activity);
        var time = activity.Becoming(LocalDatePattern.Iso.Parse(planned.On).Value).First();
        return time.Status == OccurrenceStatus.Cancelled ? "cancelled"
            : time.Full ? "full"
            : "as planned";
    }

    /// <summary>One time of an activity, as it returns every week.</summary>
    private sealed record Planned(string Activity, string On);
}
