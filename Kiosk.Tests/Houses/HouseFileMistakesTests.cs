using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Kiosk.Tests.Houses;

/// <summary>One mistake in a good file gives one problem, there, in words; and no house.</summary>
internal sealed class HouseFileMistakesTests
{
    private static readonly string TooLong = $$"""{ "fr": "{{new string('x', 1001)}}" }""";

    [TestCase("house.name", "\"Le Pont\"", "Write a text per language")]
    [TestCase("house.name", "{}", "Write a text per language")]
    [TestCase("house.languages", "\"fr\"", "Write a list", "Name at least one language")]
    [TestCase("house.languages[1]", "\"Nederlands\"", "Write a language")]
    [TestCase("services", "{}", "Write a list")]
    [TestCase("services[0].costFree", "\"yes\"", "Write true or false")]
    [TestCase("services[0].topicIds[0]", "7", "Write a text in quotes")]
    [TestCase("services[0].schedules[0].interval", "0", "Write a whole number")]
    [TestCase("services[0].schedules[0].interval", "1.5", "Write a whole number")]
    public void A_value_of_another_kind(string path, string json, params string[] sentences) => Expect(path, json, path, sentences);

    [TestCase("house.id")]
    [TestCase("organizations[0].name")]
    [TestCase("locations[0].address.country")]
    [TestCase("topics[0].function")]
    [TestCase("services[0].costFree")]
    [TestCase("services[0].assuredDate")]
    [TestCase("services[0].schedules[0].freq")]
    [TestCase("services[0].phones[0].number")]
    [TestCase("rooms[0].pictogram")]
    [TestCase("presences[0].role")]
    [TestCase("activities[0].roomId")]
    public void A_missing_key(string path) => Expect(path, null, path, "This is missing: write ");

    [TestCase("house.languages", "Name at least one language")]
    [TestCase("house", "Write an object here")]
    public void A_missing_part_of_the_house(string path, string sentence)
    {
        var problems = DemoHouse.With(path, null).Problems;
        Assert.That(problems.Where(p => p.Path == path).Select(p => p.Sentence), Has.One.Contains(sentence));
    }

    [TestCase("nickname")]
    [TestCase("house.motto")]
    [TestCase("services[3].phone")]
    [TestCase("services[0].phones[0].extension")]
    [TestCase("services[0].schedules[0].byDay")]
    [TestCase("house.closures[0].why")]
    public void An_unknown_key(string path) => Expect(path, "1", path, " Known are: ");

    [TestCase("services[3].phone", "phones")]
    [TestCase("services[0].schedules[0].byDay", "byday")]
    [TestCase("house.closure", "closures")]
    [TestCase("activites", "activities")]
    public void An_unknown_key_is_told_with_the_known_one_that_is_near(string path, string meant) =>
        Expect(path, "1", path, $"This key is not known here: did you mean \"{meant}\"? Known are: ");

    /// <summary>A value that cannot be read hides no rule that something else breaks, and breaks none itself.</summary>
    [Test]
    public void All_mistakes_are_told_at_once()
    {
        var problems = DemoHouse
            .With(file =>
            {
                file["house"]!["locationId"] = "nowhere";
                file["house"]!["moto"] = 1;
                file["organizations"]![0]!["id"] = 7;
                file["services"]![0]!["costFree"] = "yes";
                file["services"]![1]!["topicIds"] = new JsonArray();
                file["rooms"]![0]!["pictogram"] = "unicorn";
                file["activities"]![0]!.AsObject().Remove("name");
            })
            .Problems;
        Assert.That(
            problems.Select(problem => problem.Path),
            Is.EquivalentTo(
                new[]
                {
                    "house.locationId",
                    "house.moto",
                    "organizations[0].id",
                    "services[0].costFree",
                    "services[1].topicIds",
                    "rooms[0].pictogram",
                    "activities[0].name",
                }
            ),
            string.Join('\n', problems)
        );
    }

    [TestCase("topics[0].id", "\"x\"", "is no id", "There is no")]
    [TestCase("presences[0].id", "\"The Desk\"", "is no id")]
    [TestCase("presences[0].id", "\"desk\\n\"", "is no id")]
    [TestCase("presences[0].id", "\"مكتب\"", "is no id")]
    [TestCase("house.id", "\"-\"", "is no id")]
    public void An_id_that_is_not_readable(string path, string json, params string[] sentences)
    {
        var problems = DemoHouse.With(path, json).Problems;
        Assert.That(problems[0].Path, Is.EqualTo(path));
        Assert.That(problems[0].Sentence, Does.Contain(sentences[0]));
        Assert.That(problems.Skip(1).Select(p => p.Sentence), sentences.Length == 1 ? Is.Empty : Has.All.StartsWith(sentences[1]));
    }

    [Test]
    public void An_id_that_stands_twice_names_the_other_place() =>
        Expect("presences[1].id", "\"desk\"", "presences[1].id", "'desk' stands already at presences[0].id");

    [TestCase("house.locationId", "locations")]
    [TestCase("services[0].organizationId", "organizations")]
    [TestCase("services[0].locationId", "locations")]
    [TestCase("services[0].topicIds[0]", "topics")]
    [TestCase("topics[12].parentId", "topics")]
    [TestCase("presences[0].roomId", "rooms")]
    [TestCase("activities[0].roomId", "rooms")]
    [TestCase("activities[0].organizationId", "organizations")]
    [TestCase("activities[0].topicIds[0]", "topics")]
    public void A_reference_to_nothing(string path, string list) => Expect(path, "\"nowhere\"", path, $"There is no 'nowhere' in {list}");

    [Test]
    public void A_changed_date_in_a_room_that_is_not_there() =>
        Expect(
            "activities[0].changes",
            """[{ "date": "2026-12-01", "roomId": "attic" }]""",
            "activities[0].changes[0].roomId",
            "There is no 'attic' in rooms"
        );

    [Test]
    public void A_service_that_no_topic_leads_to() =>
        Expect("services[0].topicIds", "[]", "services[0].topicIds", "Name at least one topic");

    [Test]
    public void A_topic_that_is_its_own_parent() =>
        Expect("topics[0].parentId", "\"meet\"", "topics[0].parentId", "two levels", alsoAllow: "topics[");

    [Test]
    public void Two_topics_that_are_each_others_parents()
    {
        var reading = DemoHouse.With(file =>
        {
            file["topics"]!
                .AsArray()
                .Add(
                    JsonNode.Parse(
                        """{ "id": "hen", "name": { "fr": "?" }, "pictogram": "food", "function": "refer", "parentId": "egg" }"""
                    )
                );
            file["topics"]!
                .AsArray()
                .Add(
                    JsonNode.Parse(
                        """{ "id": "egg", "name": { "fr": "?" }, "pictogram": "food", "function": "refer", "parentId": "hen" }"""
                    )
                );
        });
        Assert.That(reading.Problems.Select(p => p.Sentence), Has.Exactly(2).Contains("two levels"));
    }

    [Test]
    public void A_topic_on_a_third_level()
    {
        var reading = DemoHouse.With(file =>
            file["topics"]!
                .AsArray()
                .Add(
                    JsonNode.Parse(
                        """{ "id": "deep", "name": { "fr": "?" """
                            + """}, "pictogram": "food", "function": "refer", "parentId": "housing-tonight" }"""
                    )
                )
        );
        Assert.That(reading.Problems.Single().Sentence, Does.Contain("two levels"));
    }

    [TestCase("services[0].name.fr", "\" \"")]
    [TestCase("services[0].email", "\"\"")]
    [TestCase("services[0].description.nl", "null")]
    public void A_blank_text(string path, string json) => Expect(path, json, path, "not blank");

    [Test]
    public void A_text_that_is_too_long() => Expect("services[0].name", TooLong, "services[0].name.fr", "at most 1000 characters");

    [Test]
    public void A_text_for_something_that_is_no_language() =>
        Expect("rooms[0].name", """{ "fr": "Cour", "français": "Cour" }""", "rooms[0].name.français", "This is no language");

    [TestCase("rooms[0].name")]
    [TestCase("services[0].description")]
    [TestCase("house.name")]
    public void A_name_without_the_houses_own_language(string path) =>
        Expect(path, """{ "nl": "Tuin" }""", path, "The house's own language is missing here: add \"fr\".");

    [TestCase("house.pictogram")]
    [TestCase("topics[0].pictogram")]
    [TestCase("services[0].pictogram")]
    [TestCase("rooms[0].pictogram")]
    [TestCase("activities[0].pictogram")]
    public void A_drawing_that_is_not_there(string path) => Expect(path, "\"unicorn\"", path, "There is no drawing 'unicorn'");

    [TestCase("services[0].phones[0].number", "\"ask at the desk\"", "Write a phone number")]
    [TestCase("services[0].phones[0].number", "\"+ ()\"", "Write a phone number")]
    [TestCase("services[0].phones[0].number", "\"٠٢ ٥٥٥ ٠١ ٠٢\"", "Write a phone number")]
    [TestCase("organizations[0].url", "\"www.example.org\"", "Write a whole web address")]
    [TestCase("organizations[0].url", "\"javascript:alert(1)\"", "Write a whole web address")]
    [TestCase("services[0].url", "\"file:///etc/passwd\"", "Write a whole web address")]
    [TestCase("services[0].qrContent", "\"url\"", "there is none")]
    [TestCase("services[0].qrContent", "\"link\"", "Write one of these words")]
    [TestCase("services[0].access", "\"open\"", "Write one of these words here: walk-in, appointment, walk-in-or-appointment")]
    [TestCase("topics[0].function", "\"Refer\"", "Write one of these words here: meet, learn, speak-up, refer")]
    [TestCase("format", "2", "the number 1")]
    public void A_value_that_makes_no_sense(string path, string json, params string[] sentences) => Expect(path, json, path, sentences);

    [TestCase("house.languages", "[\"fr\",\"nl\",\"fr\"]", "house.languages", "twice")]
    [TestCase("activities[0].costFree", "false", "activities[0].feesDescription", "costs something")]
    [TestCase("services[0].schedules[0].byday", "\"MO,MO\"", "services[0].schedules[0].byday", "twice")]
    [TestCase("locations[0].address.country", "\"Belgique\"", "locations[0].address.country", "two capital letters")]
    public void A_value_that_contradicts_another(string change, string json, string path, string sentence) =>
        Expect(change, json, path, sentence);

    [Test]
    public void A_key_that_stands_twice() =>
        Assert.That(
            DemoHouse.Read("""{ "format": 1, "format": 1, "nickname": 1 }""").Problems.Select(problem => problem.Sentence),
            Has.One.Contains("stands twice").And.One.Contains("This key is not known here").And.Some.Contains("Write an object here")
        );

    /// <summary>Nothing is loaded, and every problem is at the path, in order with the sentences.</summary>
    private static void Expect(string change, string? json, string path, params string[] sentences)
    {
        var reading = DemoHouse.With(change, json);
        Assert.That(reading.House, Is.Null);
        Assert.That(reading.Problems.Select(p => p.Path), Is.All.EqualTo(path));
        Assert.That(reading.Problems, Has.Count.EqualTo(sentences.Length), string.Join('\n', reading.Problems));
        foreach (var (problem, sentence) in reading.Problems.Zip(sentences))
        {
            Assert.That(problem.Sentence, Does.Contain(sentence));
        }
    }

    /// <summary>As <see cref="Expect(string, string?, string, string[])"/>, where one mistake spoils its neighbours too.</summary>
    private static void Expect(string change, string? json, string path, string sentence, string alsoAllow)
    {
        var reading = DemoHouse.With(change, json);
        Assert.That(reading.House, Is.Null);
        Assert.That(reading.Problems.Single(p => p.Path == path).Sentence, Does.Contain(sentence));
        Assert.That(reading.Problems.Select(p => p.Path), Is.All.StartsWith(alsoAllow));
    }
}
