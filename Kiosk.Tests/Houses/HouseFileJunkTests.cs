using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Kiosk.Tests.Houses;

/// <summary>Whatever the file holds, the reader answers with problems in words: it never throws and never loads a part.</summary>
internal sealed class HouseFileJunkTests
{
    private const int TenMegabytes = 10 * 1024 * 1024;
    private const string Mark = "MARK";

    private static readonly (string Path, string Json)[] TenMistakes =
    [
        ("house.demo", "\"yes\""),
        ("organizations[0].url", "\"nowhere\""),
        ("locations[0].address.city", "7"),
        ("topics[0].function", "\"sleep\""),
        ("services[0].assuredDate", "\"yesterday\""),
        ("services[1].phones", "[{}]"),
        ("services[2].nickname", "1"),
        ("rooms[0].name", "{}"),
        ("presences[0].languages", "[\"Dutch\"]"),
        ("activities[0].schedules", "[{ \"freq\": \"WEEKLY\", \"byday\": \"XX,MO\" }]"),
    ];

    [Test]
    public void Ten_mistakes_are_told_at_once_and_nothing_is_loaded()
    {
        var reading = DemoHouse.With(file =>
        {
            foreach (var (path, json) in TenMistakes)
            {
                DemoHouse.Put(file, path, json);
            }
        });
        Assert.That(reading.House, Is.Null);
        Assert.That(
            reading.Problems.Select(p => p.Path),
            Is.EquivalentTo([
                "house.demo",
                "organizations[0].url",
                "locations[0].address.city",
                "topics[0].function",
                "services[0].assuredDate",
                "services[1].phones[0].number",
                "services[2].nickname",
                "rooms[0].name",
                "presences[0].languages[0]",
                "activities[0].schedules[0].byday",
            ])
        );
    }

    [Test]
    public void Ten_ids_that_lead_nowhere_are_told_at_once()
    {
        var reading = DemoHouse.With(file =>
        {
            foreach (var service in file["services"]!.AsArray().Take(10))
            {
                service!["locationId"] = "atlantis";
            }
        });
        Assert.That(reading.Problems.Select(p => p.Path), Is.EqualTo(Enumerable.Range(0, 10).Select(i => $"services[{i}].locationId")));
    }

    [TestCase("", 1)]
    [TestCase("hello", 1)]
    [TestCase("{\n\"format\": 1,\n\"house\": {]\n}", 3)]
    [TestCase("{\n\"format\": 1\n\"house\": {}}", 3)]
    [TestCase("{} {}", 1)]
    public void What_is_no_JSON_names_the_line(string text, int line)
    {
        var problem = DemoHouse.Read(text).Problems.Single();
        Assert.That(problem.Path, Is.Empty);
        Assert.That(problem.Sentence, Does.Contain($"not a JSON file: the reader stopped at line {line}."));
    }

    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("\"house\"")]
    [TestCase("1")]
    public void Something_other_than_an_object(string text) =>
        Assert.That(DemoHouse.Read(text).Problems.Select(p => p.ToString()), Has.One.EqualTo("Write an object here: { … }."));

    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{ "format": 1, "house": [] }""")]
    [TestCase("""{ "format": 1, "house": null, "services": [null, 1, "x", [], {}] }""")]
    [TestCase(
        """{ "format": 1, "services": [{ "schedules": [null], "phones": [[]], "closures": [3], "requiredDocuments": """
            + """[1], "languages": [{}] }] }"""
    )]
    public void What_holds_no_house_is_refused_with_problems(string text)
    {
        var reading = DemoHouse.Read(text);
        Assert.That(reading.House, Is.Null);
        Assert.That(reading.Problems, Is.Not.Empty);
        Assert.That(reading.Problems.Select(p => p.Sentence), Is.All.Not.Empty);
    }

    [TestCase("[", "]")]
    [TestCase("{\"a\":", "}")]
    public void Junk_in_a_thousand_layers_is_refused(string open, string close)
    {
        var layers = string.Concat(Enumerable.Repeat(open, 1000)) + "1" + string.Concat(Enumerable.Repeat(close, 1000));
        Assert.That(DemoHouse.Read(layers).Problems.Single().Sentence, Does.StartWith("This is not a JSON file"));
    }

    [TestCase("presences[0].name", """{ "fr": "\ud800" }""")]
    [TestCase("presences[0].name", """{ "\ud800": "x" }""")]
    [TestCase("presences[0].id", "\"\\udc00\"")]
    public void Half_a_letter_is_refused_in_words(string path, string json)
    {
        var text = Marked(path).Replace($"\"{Mark}\"", json, StringComparison.Ordinal);
        var reading = DemoHouse.Read(text);
        Assert.That(reading.House, Is.Null);
        Assert.That(reading.Problems.Single().Sentence, Does.Contain("\\u"));
    }

    [Test]
    public void Ten_megabytes_of_letters_are_refused() =>
        Assert.That(DemoHouse.Read(new string('x', TenMegabytes)).Problems, Has.Count.EqualTo(1));

    [TestCase("""{ "services": [""", "1,", "1]}")]
    [TestCase("""{ "services": [""", "{},", "1]}")]
    [TestCase("{", "\"a\":1,", "\"b\":1}")]
    [TestCase("""{ "house": { "name": {""", "\"é\":1,", "\"b\":1}}}")]
    public void Ten_megabytes_of_wrong_entries_are_refused_without_a_problem_for_each(string start, string entry, string end)
    {
        var junk = start + string.Concat(Enumerable.Repeat(entry, TenMegabytes / entry.Length)) + end;
        Assert.That(DemoHouse.Read(junk).Problems, Has.Count.InRange(1, 1001));
    }

    /// <summary>The demo file with a mark where a node tree cannot hold what comes next.</summary>
    private static string Marked(string path)
    {
        var file = JsonNode.Parse(DemoHouse.Json)!;
        DemoHouse.Put(file, path, $"\"{Mark}\"");
        return file.ToJsonString();
    }
}
