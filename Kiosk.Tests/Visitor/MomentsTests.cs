using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses.Editing;
using Kiosk.Tests.Services;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Kiosk.Tests.Visitor;

/// <summary>
/// What each page says of open, closed, now and next at moments that were chosen because a page once said something else than its
/// neighbour. The tables stand in docs/reliability.md, where somebody reads a row from left to right: it is one truth.
/// </summary>
internal sealed class MomentsTests
{
    private const string Document = "docs/reliability.md";

    /// <summary>A column of the table, the page it is read from, and where in it.</summary>
    private static readonly (string Title, string Path, string[] Selectors)[] Columns =
    [
        ("every page", "", [".notice"]),
        ("home: the door", "", [".sign .status"]),
        ("home: first", "", [".entry .entry-label", ".entry strong"]),
        ("today", "today", [".empty", ".slot-title", ".row-time", ".row strong", ".row-cancelled strong", ".row-cancelled em"]),
        ("at rest", "rest", [".rest-entry .entry-label", ".rest-entry strong"]),
        ("a person", "person", ["h1", ".person-how p"]),
        ("lunch, activity", "activity/lunch", [".change-big", ".fact dd"]),
        ("lunch, service", "service/midday-meal", [".status", ".fact .change"]),
        ("night shelter", "service/night-shelter", [".status"]),
        ("its slip", "service/night-shelter/slip?topic=housing-tonight", [".side ul li:nth-child(3)"]),
    ];

    /// <summary>With what staff said before; null for nothing.</summary>
    private static readonly (string Name, string At, Action<KioskHost>? Said)[] Moments =
    [
        ("Monday morning", "2026-11-30 10:00", null),
        ("Monday, lunch cancelled", "2026-11-30 11:00", CancelLunch),
        ("Monday, closed at the desk", "2026-11-30 10:00", host => Close(host, null)),
        ("Monday, closes at 15:00", "2026-11-30 14:30", host => Close(host, "15:00")),
        ("Monday, closed since 15:00", "2026-11-30 15:30", host => Close(host, "15:00")),
        ("Wednesday afternoon", "2026-12-02 14:00", null),
        ("Thursday evening", "2026-12-03 20:30", null),
        ("Saturday night", "2026-11-28 22:00", null),
        ("two in the night", "2026-11-28 02:00", null),
        ("two minutes before midnight", "2026-12-02 23:58", null),
        ("Christmas", "2026-12-25 11:00", null),
        ("in the holidays", "2026-12-28 10:00", null),
    ];

    private static readonly string[] Languages = ["fr", "nl", "ar"];

    /// <summary>Lines of the tables, by moment and language.</summary>
    private readonly Dictionary<(string Moment, string Language), string> _lines = [];

    [OneTimeSetUp]
    public async Task ReadThePages()
    {
        using var untouched = KioskHost.Start();
        foreach (var (name, at, say) in Moments)
        {
            using var touched = say is null ? null : KioskHost.StartAt(at);
            say?.Invoke(touched!);
            untouched.Time.StandAt(at);
            foreach (var language in Languages)
            {
                _lines[(name, language)] = await Line(touched ?? untouched, name, at, language);
            }
        }
    }

    [TestCaseSource(nameof(Languages))]
    public async Task Every_page_says_the_same_at_every_moment(string language)
    {
        var head = $"| {language} | " + string.Join(" | ", Columns.Select(column => column.Title)) + " |";
        var rule = string.Concat(Enumerable.Repeat("|---", Columns.Length + 1)) + "|";
        string[] lines = [head, rule, .. Moments.Select(moment => _lines[(moment.Name, language)])];
        var (table, received) = (string.Join('\n', lines) + "\n", SourceTree.PathOf($"artifacts/received/moments-{language}.md"));
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        await File.WriteAllTextAsync(received, table);
        Assert.That(
            SourceTree.Read(Document).ReplaceLineEndings("\n").Contains(table, StringComparison.Ordinal),
            $"Read {received}; if every row is one truth, put it into {Document}."
        );
    }

    private static async Task<string> Line(KioskHost host, string name, string at, string language)
    {
        using var caller = host.Caller();
        var line = new StringBuilder($"| **{name}**, {at}");
        foreach (var (_, path, selectors) in Columns)
        {
            var address = path == "rest" ? "/rest?in=" + language : $"/{language}/{path}";
            var page = await new HtmlParser().ParseDocumentAsync(await caller.GetStringAsync(new Uri(address, UriKind.Relative)));
            line.Append(" | ").AppendJoin("; ", selectors.Select(selector => page.QuerySelector(selector)).OfType<IElement>().Select(Text));
        }

        return line.Append(" |").ToString();
    }

    private static string Text(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static void CancelLunch(KioskHost host) =>
        Edit(host, new EntryKey("activities", "lunch"), lunch => ActivityEdits.Cancel(lunch, Brussels.Date("2026-11-30")));

    private static void Close(KioskHost host, string? starts) =>
        Edit(
            host,
            EntryKey.House,
            house =>
                ClosureEdits.Close(
                    house,
                    Brussels.Date("2026-11-30"),
                    Brussels.Date("2026-11-30"),
                    starts is null ? null : Brussels.Time(starts),
                    ("fr", "Le chauffage est en panne")
                )
        );

    private static void Edit(KioskHost host, EntryKey key, Action<System.Text.Json.Nodes.JsonObject> change)
    {
        var editor = host.Services.GetRequiredService<HouseEditor>();
        var entry = editor.Find(key)!;
        change(entry.Body);
        Assert.That(editor.Apply("change.closing", new EntryEdit(key, entry.Body, entry.Version)), Is.InstanceOf<EditResult.Done>());
    }
}
