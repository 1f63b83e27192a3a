using System.Globalization;
using Kiosk.Core.Counting;
using Kiosk.Core.Houses;
using Kiosk.Core.Languages;
using Kiosk.Core.Topics;

namespace Kiosk.Core.Reports;

/// <summary>Puts published figures into the questions that coordinators ask.</summary>
internal sealed class ReportSections(
    PublishedPeriod now,
    PublishedPeriod? before,
    IReadOnlyCollection<PublishedPeriod> earlier,
    House house,
    Localizer words
)
{
    public IReadOnlyList<ReportSection> All() =>
        [
            Visits(),
            Largest(
                "functions",
                [
                    .. Enum.GetValues<MeetingFunction>()
                        .Select(function =>
                            Row(
                                FigureName.Function + function.Word(),
                                words.Translate("report.function." + function.Word()),
                                FunctionPictogram(function),
                                FigureName.AllFunctions
                            )
                        ),
                ]
            ),
            Largest(
                "touches",
                [.. Cell.TouchesUntilSlip.Select((cell, index) => Row(cell.Name, TouchesLabel(index + 1), null, FigureName.VisitsWithSlip))]
            ),
            Largest(
                "faces",
                [
                    .. Cell.Faces.Select(face =>
                        Row(Cell.Face(face).Name, words.Translate("report.face." + face), $"face-{face}", FigureName.All + "face")
                    ),
                ]
            ),
            Largest(
                "languages",
                Sorted("language", id => (LanguageTag.TryParse(id, out var tag) ? new Wording(tag.NativeName, tag) : Unknown(id), null))
            ),
            Largest(
                "modes",
                [.. Cell.Modes.Select(mode => Row(Cell.Mode(mode).Name, words.Translate("report.mode." + mode), mode, FigureName.Visits))]
            ),
            Largest(
                "topics",
                Sorted(
                    "topic",
                    id => house.FindTopic(id) is { } topic ? (words.In(topic.Name), topic.Pictogram) : (Unknown(id), null),
                    RisingNeed.Of
                )
            ),
            Largest("closed", Closed()),
            Largest(
                "services",
                Sorted(
                    "service",
                    id => house.FindService(id) is { } service ? (words.In(service.Name), service.Pictogram) : (Unknown(id), null)
                )
            ),
            Largest(
                "activities",
                Sorted(
                    "activity",
                    id => house.FindActivity(id) is { } activity ? (words.In(activity.Name), activity.Pictogram) : (Unknown(id), null)
                )
            ),
        ];

    private ReportSection Visits()
    {
        List<ReportRow> rows =
        [
            Row(FigureName.Visits, words.Translate("report.visit.begun"), "touch", null),
            Row(FigureName.VisitsWithSlip, words.Translate("report.visit.with-slip"), "slip", FigureName.Visits),
            Row(Cell.Person.Name, words.Translate("report.visit.person"), "person", FigureName.Visits),
            Row(Cell.NothingFits.Name, words.Translate("report.visit.nothing-fits"), "nothing-fits", FigureName.Visits),
            Row(FigureName.VisitsOutsideHours, words.Translate("report.visit.outside-hours"), "closed", FigureName.Visits),
        ];
        if (now[FigureName.UndatedVisits].Value > 0)
        {
            rows.Add(Row(FigureName.UndatedVisits, words.Translate("report.visit.undated"), "clock", null));
        }

        var share = rows[1].Share is { } told
            ? words.Translate("report.says.visits", ("visits", rows[0].Now.ToString()), ("share", Number(told)))
            : words.Translate("report.says.few");
        return Section("visits", share, rows);
    }

    private List<ReportRow> Closed() =>
        [
            .. house
                .Topics.Select(topic => Row(FigureName.Closed + topic.Id, words.In(topic.Name), topic.Pictogram, Cell.Topic(topic.Id).Name))
                .Where(row => row.Now.Value > 0)
                .OrderByDescending(row => row.Now.Value),
        ];

    /// <summary>All the house has of a kind, and what it had when it was touched; most touched first.</summary>
    private List<ReportRow> Sorted(
        string kind,
        Func<string, (Wording Label, string? Pictogram)> look,
        Func<string, PublishedPeriod, IReadOnlyCollection<PublishedPeriod>, bool>? rises = null
    )
    {
        var touched = now
            .Figures.Keys.Concat(before?.Figures.Keys ?? [])
            .Where(name => name.StartsWith(kind + "/", StringComparison.Ordinal))
            .Select(name => name[(kind.Length + 1)..]);
        return
        [
            .. OfHouse(kind)
                .Union(touched)
                .Select(id =>
                {
                    var (label, pictogram) = look(id);
                    return Row($"{kind}/{id}", label, pictogram, FigureName.All + kind) with
                    {
                        Rises = rises?.Invoke($"{kind}/{id}", now, earlier) ?? false,
                    };
                })
                .OrderByDescending(row => row.Now.Value)
                .ThenBy(row => row.Key, StringComparer.Ordinal),
        ];
    }

    private IEnumerable<string> OfHouse(string kind) =>
        kind switch
        {
            "language" => house.Profile.Languages.Select(language => language.Value),
            "topic" => house.Topics.Select(topic => topic.Id),
            "service" => house.Services.Select(service => service.Id),
            _ => house.Activities.Select(activity => activity.Id),
        };

    /// <summary>A section whose sentence names the line with most.</summary>
    private ReportSection Largest(string key, IReadOnlyList<ReportRow> rows)
    {
        var first = rows.MaxBy(row => row.Now.Value);
        var says =
            first is null || first.Now.Value == 0 ? words.Translate("report.says.none")
            : first.Share is { } share ? words.Translate("report.says." + key, ("first", first.Label.Text), ("share", Number(share)))
            : words.Translate("report.says.few");
        return Section(key, says, rows);
    }

    private ReportSection Section(string key, Wording says, IReadOnlyList<ReportRow> rows) =>
        new(key, words.Translate("report.title." + key), says, words.Translate("report.means." + key), rows);

    private ReportRow Row(string figure, Wording label, string? pictogram, string? whole) =>
        new(figure, label, pictogram, now[figure], before?[figure], whole is null ? null : now[figure].ShareOf(now[whole]), Rises: false);

    /// <param name="touches">The last number stands for itself and all that are higher.</param>
    private Wording TouchesLabel(int touches) =>
        touches == Cell.TouchesUntilSlip.Count ? words.Translate("report.touches.more") : words.Translate("report.touches", touches);

    private static string FunctionPictogram(MeetingFunction function) =>
        function switch
        {
            MeetingFunction.Meet => "coffee",
            MeetingFunction.Learn => "learn",
            MeetingFunction.SpeakUp => "talk",
            MeetingFunction.Refer => "slip",
        };

    /// <summary>What the house no longer has keeps the id it was counted under.</summary>
    private Wording Unknown(string id) => new(id, words.Language);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
