using Kiosk.Core.Counting;
using Kiosk.Core.Houses;
using Kiosk.Core.Programme;
using Kiosk.Core.Services;
using Kiosk.Core.Topics;
using NodaTime;

namespace Kiosk.Core.Reports;

/// <summary>
/// What a house's taps add up to: each cell for itself, the model's four functions, and what happened while doors were shut.
/// </summary>
/// <remarks>By the house as it is when a period is published: hours that were changed since are taken as they are now.</remarks>
public sealed class HouseFigures : IFigureRules
{
    private readonly House _house;
    private readonly Dictionary<Cell, MeetingFunction> _functions;
    private readonly Dictionary<string, List<Service>> _servicesOfTopic;
    private readonly Dictionary<string, List<Activity>> _activitiesOfTopic;
    private readonly Dictionary<(string Topic, LocalDate Date), bool> _anyOpen = [];
    private readonly Dictionary<(string Half, LocalDate Date), bool> _doorOpen = [];

    public HouseFigures(House house)
    {
        _house = house;
        _functions = house
            .Topics.Select(topic => KeyValuePair.Create(Cell.Topic(topic.Id), topic.Function))
            .Concat(house.Activities.Select(activity => KeyValuePair.Create(Cell.Activity(activity.Id), activity.Function)))
            .ToDictionary();
        _servicesOfTopic = house.Topics.ToDictionary(
            topic => topic.Id,
            topic => house.Services.Where(service => LeadsTo(topic, service.TopicIds)).ToList()
        );
        _activitiesOfTopic = house.Topics.ToDictionary(
            topic => topic.Id,
            topic => house.Activities.Where(activity => LeadsTo(topic, activity.TopicIds)).ToList()
        );
    }

    public IEnumerable<string> FiguresOf(LocalDate date, Cell cell) =>
        cell.Name.Split('/') switch
        {
            ["visit", "begun", var half] => IsDoorOpen(half, date)
                ? [FigureName.Visits]
                : [FigureName.Visits, FigureName.VisitsOutsideHours],
            ["visit", var ended, _] => [$"visit/{ended}"],
            ["touches-until-slip", _] => [cell.Name, FigureName.VisitsWithSlip],
            [var kind, var id] => OfOne(kind, id, cell, date),
            _ => [],
        };

    private IEnumerable<string> OfOne(string kind, string id, Cell cell, LocalDate date)
    {
        yield return cell.Name;
        yield return FigureName.All + kind;
        if (_functions.TryGetValue(cell, out var function))
        {
            yield return FigureName.Function + function.Word();
            yield return FigureName.AllFunctions;
        }

        if (kind == "topic" && !IsAnythingOpen(id, date))
        {
            yield return FigureName.Closed + id;
        }
    }

    /// <summary>A half-day whose half nobody knows is not held against the house.</summary>
    private bool IsDoorOpen(string half, LocalDate date)
    {
        if (!_doorOpen.TryGetValue((half, date), out var open))
        {
            var noon = date + HalfDays.AfternoonBegins;
            var windows = _house.DoorsOn(date);
            open = half switch
            {
                "morning" => windows.Any(window => window.Start < noon),
                "afternoon" => windows.Any(window => window.End > noon),
                _ => true,
            };
            _doorOpen[(half, date)] = open;
        }

        return open;
    }

    /// <summary>A service without hours is reached by appointment or telephone, on any day.</summary>
    private bool IsAnythingOpen(string topic, LocalDate date)
    {
        if (!_anyOpen.TryGetValue((topic, date), out var open))
        {
            open =
                _servicesOfTopic
                    .GetValueOrDefault(topic, [])
                    .Any(service => service.Schedules.Count == 0 || _house.WindowsOf(service, date).Any())
                || _activitiesOfTopic.GetValueOrDefault(topic, []).Any(activity => _house.TakesPlaceOn(activity, date));
            _anyOpen[(topic, date)] = open;
        }

        return open;
    }

    /// <summary>To its own services and activities, and to those of the topics that narrow it.</summary>
    private bool LeadsTo(Topic topic, IReadOnlyList<string> topicIds) =>
        topicIds.Any(id => id == topic.Id || _house.FindTopic(id)?.ParentId == topic.Id);
}
