using System.Net;
using System.Text.RegularExpressions;
using Kiosk.App.Houses;
using Kiosk.App.Staff.Guide;
using Kiosk.App.Staff.Texts;
using Kiosk.Core.Devices;
using Kiosk.Core.Editing;
using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Languages;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Kiosk.Tests.Staff;

/// <summary>Staff read, correct and tick what visitors read; without a browser. A machine wrote the house's Arabic.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed partial class TextsRequestTests : IDisposable
{
    private const string Start = "bar.start-over";
    private const string Teeth = "services/teeth/name";
    private const string Bar = "/texts/ar?show=all&group=bar";
    private const string Services = "/texts/ar?show=all&group=services";

    private static readonly LanguageTag Arabic = LanguageTag.Parse("ar");

    private readonly UnreadHouse _house = new("ar");
    private readonly KioskHost _kiosk;
    private readonly StaffForms _tablet;

    public TextsRequestTests()
    {
        _kiosk = KioskHost.Start(_house.Setting);
        _tablet = new StaffForms(_kiosk.StaffCaller(Role.Staff));
    }

    public void Dispose()
    {
        _tablet.Dispose();
        _kiosk.Dispose();
        _house.Dispose();
    }

    [Test]
    public async Task Each_language_says_how_much_is_there_read_and_missing()
    {
        var page = await Read("/texts");
        Assert.That(Languages().Matches(page).Select(link => link.Groups[1].Value), Is.SupersetOf(new[] { "fr", "nl", "en", "ar" }));
        var rows = Rows("ar");
        Assert.That(page, Does.Contain($"{rows.Count} textes").And.Contain($"{rows.Count(row => row.State == TextState.Unread)} à lire"));
        Assert.That(rows.Select(row => row.Place), Is.Unique);
    }

    [Test]
    public void A_phrase_is_unread_in_every_language_and_the_house_where_a_machine_wrote_it()
    {
        Assert.That(Rows("fr").Where(row => row.Entry is null).Select(row => row.State), Is.All.EqualTo(TextState.Unread));
        Assert.That(Rows("fr").Where(row => row.Entry is not null).Select(row => row.State), Is.All.EqualTo(TextState.Read));
        Assert.That(Rows("ar").Select(row => row.State), Is.All.EqualTo(TextState.Unread));
        Assert.That(Rows("ti").Where(row => row.Entry is not null).Select(row => row.State), Is.All.EqualTo(TextState.Missing));
    }

    [Test]
    public async Task A_text_that_is_ticked_is_read_and_unread_again_when_the_tick_goes()
    {
        await Save(Bar, [Start], read: true);
        Assert.That(Row(Start).State, Is.EqualTo(TextState.Read));
        await Save(Bar, [Start], read: false);
        Assert.That(Row(Start).State, Is.EqualTo(TextState.Unread));
    }

    [Test]
    public async Task All_that_is_shown_is_ticked_by_one_button_and_nothing_else()
    {
        var shown = Rows("ar").Where(row => row.Group == "bar").Select(row => row.Place).ToList();
        await Send(Bar, [.. shown.SelectMany(place => Fields(place, null)), ("do", "all")]);
        Assert.That(Rows("ar").Where(row => row.State == TextState.Read).Select(row => row.Place), Is.EquivalentTo(shown));
        Assert.That(await Read("/texts/ar"), Does.Not.Contain("id=\"bar\""), "Nothing is left to read in it.");
    }

    [Test]
    public async Task A_corrected_phrase_stands_on_the_screen_counts_as_read_and_can_be_as_shipped_again()
    {
        var shipped = Row(Start).Now!;
        await Save(Bar, [Start], "من جديد");
        Assert.That(await Screen("/ar/"), Does.Contain("من جديد").And.Not.Contain($">{shipped}<"));
        Assert.That((Row(Start).State, Row(Start).Shipped), Is.EqualTo((TextState.Read, shipped)));
        await Send(Bar, [.. Fields(Start, null), ("do", "back:" + Start)]);
        Assert.That(await Screen("/ar/"), Does.Contain(shipped).And.Not.Contain("من جديد"));
        Assert.That((Row(Start).State, Row(Start).Shipped), Is.EqualTo((TextState.Unread, (string?)null)));
    }

    [Test]
    public async Task A_phrase_left_blank_is_as_shipped()
    {
        await Save(Bar, [Start], "من جديد");
        await Save(Bar, [Start], " ");
        Assert.That(Row(Start).Shipped, Is.Null);
        Assert.That(Row(Start).Now, Is.EqualTo(_kiosk.Services.GetRequiredService<CurrentPhrases>().Shipped.Find(Start, Arabic)));
    }

    [TestCase("بدون مكان", "{time}")]
    [TestCase("{time} {name}", "{name}")]
    public async Task A_place_has_to_stay_and_no_other_may_come(string text, string named)
    {
        const string Until = "notice.close-at";
        using var answer = await Post(
            "/texts/ar?show=all&group=notice",
            [
                .. Fields(Until, text),
                .. Fields("notice.closed", "مغلق اليوم كله"),
                ("read", "notice.back-soon"),
                .. Fields("notice.back-soon", null),
            ]
        );
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Problem().Match(page).Groups[1].Value, Does.Contain(named));
        Assert.That(page, Does.Contain($">\n{text}</textarea>"), "What was typed is not lost.");
        Assert.That(page, Does.Match("value=\"notice.back-soon\" checked"), "Nor what was ticked.");
        Assert.That(Row("notice.closed").Shipped, Is.Null, "All or nothing.");
    }

    [Test]
    public async Task A_text_of_the_house_is_saved_with_its_history_and_is_read_until_it_is_taken_back()
    {
        var before = Row(Teeth).Now!;
        await Save(Services, [Teeth], "طبيب الأسنان هنا");
        Assert.That(_kiosk.House.FindService("teeth")!.Name.In(Arabic, Arabic).Text, Is.EqualTo("طبيب الأسنان هنا"));
        Assert.That((Row(Teeth).State, Row(Teeth).CanBeTicked), Is.EqualTo((TextState.Read, true)));
        var editor = _kiosk.Services.GetRequiredService<HouseEditor>();
        Assert.That(editor.Undo(editor.History()[0].Number), Is.TypeOf<EditResult.Done>());
        Assert.That((Row(Teeth).State, Row(Teeth).Now), Is.EqualTo((TextState.Unread, before)));
    }

    [Test]
    public void What_staff_write_in_the_guide_counts_as_read_and_what_they_left_alone_does_not()
    {
        var editor = _kiosk.Services.GetRequiredService<HouseEditor>();
        var entry = editor.Find(new EntryKey("services", "teeth"))!;
        entry.Body["name"]!["ar"] = "أسنان";
        entry.Body["requiredDocuments"]?.AsArray().RemoveAt(0);
        editor.Apply("change.edited", new EntryEdit(entry.Key, entry.Body, entry.Version));
        Assert.That(Rows("ar").Where(row => row.State == TextState.Read).Select(row => row.Place), Is.EqualTo([Teeth]));
    }

    [Test]
    public async Task Who_saves_a_text_that_is_another_by_now_is_told_and_who_left_it_alone_changes_nothing()
    {
        var old = Row(Start);
        await Save(Bar, [Start], "من جديد");
        using var late = await Post(Bar, [("was:" + Start, old.Mark), ("text:" + Start, "البداية هنا")]);
        Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        using var left = await Post(Bar, [("was:" + Start, old.Mark), ("text:" + Start, old.Now!)]);
        Assert.That(left.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(Row(Start).Now, Is.EqualTo("من جديد"));
    }

    [Test]
    public async Task Who_saves_a_text_of_an_entry_that_was_removed_is_told()
    {
        var (old, editor) = (Row(Teeth), _kiosk.Services.GetRequiredService<HouseEditor>());
        editor.Apply("change.removed", new EntryEdit(old.Entry!.Key, null, old.Entry.Version));
        using var answer = await Post(Services, [("was:" + Teeth, old.Mark), ("text:" + Teeth, "أسنان")]);
        Assert.That(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), Does.Contain("Cela n’existe plus"));
        Assert.That(_kiosk.House.FindService("teeth"), Is.Null);
    }

    [TestCase("/texts/fr-BE")]
    [TestCase("/texts/zz")]
    public async Task What_is_no_language_of_ours_is_no_page(string address)
    {
        using var answer = await _tablet.Caller.GetAsync(new Uri(address, UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_long_group_is_looked_through_part_by_part()
    {
        var all = Rows("ar").Where(row => row.Group == "services").Select(row => row.Place).ToList();
        var seen = new List<string>();
        for (var from = 0; from < all.Count; from += 50)
        {
            seen.AddRange(Places().Matches(await Read($"{Services}&from={from}")).Select(place => place.Groups[1].Value));
        }

        Assert.That(all, Has.Count.GreaterThan(50));
        Assert.That(seen, Is.EqualTo(all));
    }

    private TextRow Row(string place) => Rows("ar").Single(row => row.Place == place);

    private IReadOnlyList<TextRow> Rows(string language)
    {
        var services = _kiosk.Services;
        var words = new Localizer(services.GetRequiredService<StaffPhrases>().Phrases, LanguageTag.Parse("fr"), LanguageTag.Parse("fr"));
        var book = new Guidebook(services.GetRequiredService<HouseEditor>(), words, _kiosk.House.Profile.Languages);
        return new TextList(services.GetRequiredService<CurrentPhrases>(), book, _kiosk.House.Profile).In(LanguageTag.Parse(language));
    }

    private Task Save(string page, string[] places, string text) => Send(page, [.. places.SelectMany(place => Fields(place, text))]);

    private Task Save(string page, string[] places, bool read) =>
        Send(page, [.. places.SelectMany(place => Fields(place, null)), .. places.Where(_ => read).Select(place => ("read", place))]);

    private async Task Send(string page, (string, string)[] fields)
    {
        using var answer = await Post(page, fields);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found));
    }

    private Task<HttpResponseMessage> Post(string page, (string, string)[] fields) => _tablet.Post(page, page, fields);

    /// <param name="text">Null leaves it as it is.</param>
    private (string, string)[] Fields(string place, string? text) =>
        [("was:" + place, Row(place).Mark), ("text:" + place, text ?? Row(place).Now!)];

    private async Task<string> Read(string address) =>
        WebUtility.HtmlDecode(await _tablet.Caller.GetStringAsync(new Uri(address, UriKind.Relative)));

    private async Task<string> Screen(string address)
    {
        using var visitor = _kiosk.Caller();
        return await visitor.GetStringAsync(new Uri(address, UriKind.Relative));
    }

    [GeneratedRegex("href=\"/texts/([a-z]+)\"")]
    private static partial Regex Languages();

    [GeneratedRegex("name=\"was:([^\"]+)\"")]
    private static partial Regex Places();

    [GeneratedRegex("<p class=\"wrong\" id=\"problem-[0-9]+\">([^<]+)</p>")]
    private static partial Regex Problem();
}
