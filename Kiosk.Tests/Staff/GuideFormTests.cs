using System.Text.Json.Nodes;
using Kiosk.App.Staff.Guide;
using Kiosk.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using NUnit.Framework;

namespace Kiosk.Tests.Staff;

/// <summary>What a form of the guide reads as the house file writes it.</summary>
internal sealed class GuideFormTests
{
    [TestCase(
        "schedules[0].days=MO;schedules[0].days=TH;schedules[0].opensAt=09:00;schedules[0].closesAt=12:00",
        """[{"freq":"WEEKLY","byday":"MO,TH","opensAt":"09:00","closesAt":"12:00"}]"""
    )]
    [TestCase(
        "schedules[0].kind=monthly;schedules[0].nth=1;schedules[0].nth=-1;schedules[0].days=MO",
        """[{"freq":"MONTHLY","byday":"1MO,-1MO"}]"""
    )]
    [TestCase(
        "schedules[3].kind=once;schedules[3].date=2026-12-05;schedules[3].days=MO;schedules[3].onPublicHolidays=true",
        """[{"date":"2026-12-05"}]"""
    )]
    [TestCase("schedules[0].kind=once;schedules[0].date=2026-12-05", """[{"date":"2026-12-05","onPublicHolidays":false}]""")]
    [TestCase(
        "schedules[0].days=MO;schedules[0].interval=2;schedules[0].validFrom=2026-11-02;schedules[0].notes.fr=Sonnez",
        """[{"freq":"WEEKLY","interval":2,"byday":"MO","validFrom":"2026-11-02","notes":{"fr":"Sonnez"}}]"""
    )]
    [TestCase("schedules[0].kind=weekly;schedules[0].interval=1;schedules[1].kind=weekly", null)]
    [TestCase("schedules[0].days=MO;schedules[1].days=TU;do=remove:schedules[0]", """[{"freq":"WEEKLY","byday":"TU"}]""")]
    public void Hours_are_read_row_by_row(string sent, string? expected) => AssertReads(new HoursField("schedules"), sent, expected);

    [TestCase("name.fr=Repas ;name.nl=  ;name.ar=وجبة", """{"fr":"Repas","ar":"وجبة"}""")]
    [TestCase("name.fr=;name.constructor=x", null)]
    public void A_text_has_the_languages_that_were_written(string sent, string? expected) =>
        AssertReads(new TextField("name"), sent, expected);

    [TestCase(
        "phones[0].number=;phones[2].number=02 555;phones[2].description.fr=Accueil",
        """[{"number":"02 555","description":{"fr":"Accueil"}}]"""
    )]
    public void A_row_left_blank_goes(string sent, string? expected) =>
        AssertReads(new RowsField("phones", [new LineField("number"), new TextField("description")]), sent, expected);

    [TestCase("requiredDocuments[0].fr=Carte;requiredDocuments[1].fr=", """[{"fr":"Carte"}]""")]
    public void A_row_may_be_one_text(string sent, string? expected) =>
        AssertReads(new RowsField("requiredDocuments", [new TextField("")]), sent, expected);

    [Test]
    public void A_rule_of_several_kinds_of_days_becomes_several_rows()
    {
        var rows = HoursField.Split(
            JsonNode.Parse(
                """[{"freq":"MONTHLY","byday":"1MO,3TU","opensAt":"10:00","closesAt":"11:00"},{"freq":"MONTHLY","byday":"1MO,1TU"}]"""
            )
        );
        Assert.That(rows.Select(row => row!["byday"]!.ToString()), Is.EqualTo(new[] { "1MO", "3TU", "1MO,1TU" }));
    }

    [TestCase("fr")]
    [TestCase("nl")]
    [TestCase("en")]
    public void All_that_a_form_asks_has_its_words(string language)
    {
        var words = JsonNode.Parse(SourceTree.Read($"assets/languages/staff/{language}.json"))!.AsObject();
        var asked = EntryKind.All.Append(EntryKind.House).SelectMany(kind => kind.Fields).SelectMany(WordsOf);
        Assert.That(asked.Distinct().Where(key => !words.ContainsKey(key)), Is.Empty);
    }

    private static IEnumerable<string> WordsOf(Field field) =>
        [
            .. field.Key.Length > 0 ? ["guide.field." + (field.LabelKey ?? field.Key)] : Array.Empty<string>(),
            .. field switch
            {
                ChoiceField choice => choice.Choices.Select(word => $"guide.choice.{choice.Key}.{word}"),
                GroupField group => group.Fields.SelectMany(WordsOf),
                RowsField rows => rows.Fields.SelectMany(WordsOf).Append("guide.add." + rows.Key),
                _ => [],
            },
        ];

    private static void AssertReads(Field field, string sent, string? expected)
    {
        var pairs = sent.Split(';').Select(pair => pair.Split('=', 2)).GroupBy(pair => pair[0], pair => pair[1]);
        var form = new FormCollection(pairs.ToDictionary(pair => pair.Key, pair => new StringValues([.. pair])));
        var read = field.Read(new FormValues(form), field.Key);
        Assert.That(JsonNode.DeepEquals(read, expected is null ? null : JsonNode.Parse(expected)), Is.True, read?.ToJsonString());
    }
}
