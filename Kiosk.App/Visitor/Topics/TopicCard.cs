using Kiosk.App.Visitor.Programme;
using Kiosk.App.Visitor.Shell;
using Kiosk.App.Visitor.Slips;
using Kiosk.Core.Counting;
using Kiosk.Core.Houses;
using Kiosk.Core.Languages;
using Kiosk.Core.Programme;
using Kiosk.Core.Services;
using Kiosk.Core.Topics;

namespace Kiosk.App.Visitor.Topics;

/// <summary>A service or an activity on the page of its topic.</summary>
/// <param name="Path">Its page within the visit.</param>
/// <param name="Status">Whether it is open, or when it takes place next.</param>
/// <param name="Change">What is different about that, or null.</param>
/// <param name="Times">Days and hours, for where there is room.</param>
public sealed record TopicCard(
    string Path,
    Cell Cell,
    string Pictogram,
    Wording Name,
    Wording Description,
    Status Status,
    Wording? Change,
    IEnumerable<(string Days, string Times)> Times,
    SlipOffer Slip
)
{
    private const int MostTimes = 3;

    public static TopicCard Of(VisitorPage page, Topic topic, Service service) =>
        new(
            $"service/{service.Id}?topic={topic.Id}",
            Cell.Service(service.Id),
            service.Pictogram,
            page.Words.In(service.Name),
            page.Words.In(service.Description),
            page.StatusOf(page.State?.Of(service), service.Schedules, service.Access),
            null,
            Hours(page, service.Schedules),
            new SlipOffer(page, $"service/{service.Id}/slip?topic={topic.Id}", Cell.Service(service.Id).Name)
        );

    /// <summary>Null when no further date is known: nobody could come.</summary>
    public static TopicCard? Of(VisitorPage page, Topic topic, Activity activity)
    {
        List<Occurrence> next = page.Now is { } now ? [.. page.House.NextTimes(activity, now).Take(MostTimes)] : [];
        return page.Now is not null && next.Count == 0
            ? null
            : new TopicCard(
                $"activity/{activity.Id}?topic={topic.Id}",
                Cell.Activity(activity.Id),
                activity.Pictogram,
                page.Words.In(activity.Name),
                page.Words.In(activity.Description),
                next.Count > 0 ? page.StatusOf(next[0]) : page.StatusOf(null, activity.Schedules, Access.WalkIn),
                next.Count > 0 && next[0].Full ? page.Words.Translate("today.full") : null,
                next.Count > 0
                    ? next.Select(time => (page.DayWords(time.Start.Date), page.WhenWords(time)))
                    : Hours(page, activity.Schedules),
                new SlipOffer(page, $"activity/{activity.Id}/slip?topic={topic.Id}", Cell.Activity(activity.Id).Name)
            )
            {
                Next = next.FirstOrDefault(),
            };
    }

    /// <summary>When an activity takes place next; null for a service, and while the time is not known.</summary>
    public Occurrence? Next { get; private init; }

    private static IEnumerable<(string Days, string Times)> Hours(VisitorPage page, IReadOnlyList<Schedule> schedules) =>
        page.Words.Hours(schedules, page.Now?.Date).Take(MostTimes).Select(line => (line.Days, line.Times));
}
