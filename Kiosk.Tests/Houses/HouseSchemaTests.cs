using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Kiosk.Core.Houses;
using Kiosk.Core.Schema;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Houses;

/// <summary>
/// <c>docs/house.schema.json</c> refuses what the reader of the house file refuses, and nothing else; judged by a JSON Schema library.
/// </summary>
internal sealed class HouseSchemaTests
{
    /// <summary>A house in which every key is used.</summary>
    private const string EveryKey = """
        {
          "$schema": "house.schema.json",
          "format": 1,
          "house": {
            "id": "house", "name": { "fr": "La maison" }, "pictogram": "meeting", "languages": ["fr", "nl"], "locationId": "here",
            "phones": [{ "number": "+32 2 555 01 02", "description": { "fr": "Accueil" } }],
            "schedules": [{ "freq": "WEEKLY", "byday": "MO,TH", "interval": 2, "opensAt": "09:00", "closesAt": "12:00",
              "validFrom": "2026-01-05", "validTo": "2026-12-31", "onPublicHolidays": false, "notes": { "fr": "Porte verte" } }],
            "closures": [{ "from": "2026-12-24", "to": "2026-12-25", "reason": { "fr": "Fête" }, "starts": "15:00", "unforeseen": true }],
            "unreviewed": ["nl"], "demo": true, "hsds": {}
          },
          "organizations": [
            { "id": "partner", "name": { "fr": "Partenaire" }, "description": { "fr": "Aide" }, "url": "https://www.example.org",
              "hsds": {} }
          ],
          "locations": [
            { "id": "here", "name": { "fr": "Ici" }, "transportation": { "fr": "Tram 51" }, "wheelchairAccess": true, "hsds": {},
              "address": { "address1": { "fr": "Rue 1" }, "postalCode": "1000", "city": { "fr": "Bruxelles" }, "country": "BE" } }
          ],
          "topics": [
            { "id": "home", "name": { "fr": "Logement" }, "pictogram": "meeting", "function": "refer", "sensitive": false, "hsds": {} },
            { "id": "rent", "name": { "fr": "Loyer" }, "pictogram": "meeting", "function": "meet", "parentId": "home" }
          ],
          "services": [
            { "id": "desk", "organizationId": "partner", "locationId": "here", "name": { "fr": "Aide" }, "description": { "fr": "Aide" },
              "pictogram": "meeting", "topicIds": ["rent"], "eligibility": { "fr": "Adultes" },
              "schedules": [{ "date": "2026-12-05", "notes": { "fr": "Une fois" } }],
              "closures": [{ "from": "2026-12-24", "to": "2026-12-25" }], "phones": [{ "number": "02 555 01 02" }],
              "url": "https://www.example.org/aide", "email": "aide@example.org", "costFree": false, "feesDescription": { "fr": "3 €" },
              "access": "walk-in", "applicationProcess": { "fr": "Sonnez" }, "requiredDocuments": [{ "fr": "Carte" }],
              "languages": ["fr"], "anonymity": "at-first", "assuredDate": "2026-11-01", "qrContent": "url", "sensitive": true, "hsds": {} }
          ],
          "rooms": [{ "id": "hall", "name": { "fr": "Salle" }, "pictogram": "meeting", "directions": { "fr": "À gauche" } }],
          "presences": [
            { "id": "amina", "name": { "fr": "Amina" }, "role": { "fr": "Accueil" }, "roomId": "hall", "languages": ["ar"],
              "schedules": [{ "freq": "MONTHLY", "byday": "1MO,-1FR" }], "changes": [{ "date": "2026-12-07", "here": false }] }
          ],
          "activities": [
            { "id": "soup", "name": { "fr": "Soupe" }, "description": { "fr": "Soupe" }, "pictogram": "meeting", "function": "meet",
              "roomId": "hall", "organizationId": "partner", "serviceId": "desk", "topicIds": ["home"], "eligibility": { "fr": "Tous" },
              "costFree": false, "feesDescription": { "fr": "2 €" }, "languages": ["fr"],
              "schedules": [{ "freq": "WEEKLY", "byday": "SA" }], "sensitive": false,
              "changes": [{ "date": "2026-12-05", "cancelled": false, "movedTo": "2026-12-06", "startsAt": "10:00", "endsAt": "11:00",
                "roomId": "hall", "full": true, "notes": { "fr": "Plus tard" } }] }
          ],
          "notices": [{ "id": "early", "text": { "fr": "On ferme" }, "from": "2026-12-01", "to": "2026-12-02", "until": "15:00" }]
        }
        """;

    /// <summary>How sentences begin that speak of what no schema can know.</summary>
    private static readonly string[] BeyondSchema =
    [
        "There is no '",
        "There is no drawing",
        "It costs something",
        "The house's own language is missing",
        "With an interval over 1",
    ];

    private static readonly JsonNode Schema = JsonNode.Parse(HouseJsonSchema.Text)!;

    private static readonly JsonSchema Judge = JsonSchema.FromText(HouseJsonSchema.Text);

    /// <summary>Every object of the house with its place, but for texts.</summary>
    private static readonly (JsonObject Entry, string Place)[] Entries = [.. EntriesIn(JsonNode.Parse(EveryKey)!, "")];

    private static IEnumerable<TestCaseData> EachKey =>
        from known in Entries
        from key in known.Entry
        where key.Key is not ("$schema" or "hsds")
        select new TestCaseData(known.Place, key.Key).SetArgDisplayNames(Join(known.Place, key.Key));

    [Test]
    public void The_file_for_editors_is_what_the_records_give()
    {
        var received = SourceTree.PathOf("artifacts/received/house.schema.json");
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, HouseJsonSchema.Text);
        Assert.That(SourceTree.Read("docs/house.schema.json"), Is.EqualTo(HouseJsonSchema.Text), $"copy {received} over it");
    }

    [Test]
    public void A_house_with_every_key_is_right_for_both()
    {
        var ofSchema =
            from definition in Schema["$defs"]!.AsObject().Append(KeyValuePair.Create("", (JsonNode?)Schema))
            where definition.Value!["properties"] is not null
            from key in definition.Value["properties"]!.AsObject()
            select $"{definition.Key}.{key.Key}";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ReaderSays(JsonNode.Parse(EveryKey)!), Is.Empty);
            Assert.That(SchemaTakes(JsonNode.Parse(EveryKey)!));
            Assert.That(
                Entries.SelectMany(known => known.Entry.Select(key => $"{NameOf(known.Place)}.{key.Key}")).Distinct(),
                Is.EquivalentTo(ofSchema)
            );
        }
    }

    [Test]
    public void The_demo_house_is_right_for_the_schema() => Assert.That(SchemaTakes(JsonNode.Parse(DemoHouse.Json)!));

    [TestCaseSource(nameof(EachKey))]
    public void Both_refuse_the_same(string place, string key)
    {
        JsonNode?[] wrong = [null, 7, "zz", true, new JsonArray(), new JsonArray(7), new JsonObject(), new JsonObject { ["fr"] = 7 }];
        using var scope = Assert.EnterMultipleScope();
        foreach (var value in wrong)
        {
            var house = JsonNode.Parse(EveryKey)!;
            var entry = At(house, place);
            entry.Remove(key);
            if (value is not null)
            {
                entry[key] = value;
            }

            var said = ReaderSays(house);
            var written = value?.ToJsonString() ?? "left out";
            if (SchemaTakes(house))
            {
                Assert.That(said.Where(sentence => !BeyondSchema.Any(sentence.StartsWith)), Is.Empty, written);
            }
            else
            {
                Assert.That(said, Is.Not.Empty, written);
            }
        }
    }

    [Test]
    public void Code_that_reads_entries_as_JSON_names_only_keys_that_there_are() =>
        Assert.That(
            typeof(Keys).GetFields().Select(constant => (string)constant.GetRawConstantValue()!),
            Is.SubsetOf(Entries.SelectMany(known => known.Entry.Select(key => key.Key)))
        );

    [Test]
    public void Every_key_has_a_description() =>
        Assert.That(
            from known in Entries
            from key in known.Entry
            let property = Definition(known.Place)["properties"]![key.Key]!
            where (property["description"] ?? Resolved(property)["description"]) is null
            select Join(known.Place, key.Key),
            Is.Empty
        );

    [Test]
    public void Every_key_stands_in_the_description_in_words()
    {
        var words = SourceTree.Read("docs/house-file.md");
        Assert.That(
            from known in Entries
            from key in known.Entry
            where !words.Contains($"`{key.Key}`", StringComparison.Ordinal) && !words.Contains($"\"{key.Key}\":", StringComparison.Ordinal)
            select Join(known.Place, key.Key),
            Is.Empty
        );
    }

    private static bool SchemaTakes(JsonNode house) => Judge.Evaluate(JsonSerializer.SerializeToElement(house)).IsValid;

    private static List<string> ReaderSays(JsonNode house) =>
        [.. HouseFile.Read(house.ToJsonString(), new HashSet<string> { "meeting" }).Problems.Select(problem => problem.Sentence)];

    private static IEnumerable<(JsonObject Entry, string Place)> EntriesIn(JsonNode node, string place) =>
        node switch
        {
            JsonArray items => items.SelectMany((item, index) => EntriesIn(item!, $"{place}[{index}]")),
            JsonObject entry when Definition(place)["properties"] is not null => entry
                .SelectMany(part => EntriesIn(part.Value!, Join(place, part.Key)))
                .Prepend((entry, place)),
            _ => [],
        };

    private static JsonObject At(JsonNode house, string place) =>
        Steps(place).Aggregate(house, (node, step) => step.Index is { } index ? node[step.Key]![index]! : node[step.Key]!).AsObject();

    /// <summary>What the schema says of a place in a house file; an empty object for a place inside a text.</summary>
    private static JsonNode Definition(string place) =>
        Steps(place)
            .Aggregate(
                Schema,
                (schema, step) =>
                    schema["properties"]?[step.Key] is { } property
                        ? Resolved(step.Index is null ? property : property["items"]!)
                        : new JsonObject()
            );

    private static string NameOf(string place) =>
        Schema["$defs"]!.AsObject().FirstOrDefault(definition => definition.Value == Definition(place)).Key ?? "";

    private static IEnumerable<(string Key, int? Index)> Steps(string place) =>
        place
            .Split('.', StringSplitOptions.RemoveEmptyEntries)
            .Select(step => step.TrimEnd(']').Split('['))
            .Select(step => (step[0], step.Length > 1 ? int.Parse(step[1], CultureInfo.InvariantCulture) : (int?)null));

    private static string Join(string place, string key) => place.Length == 0 ? key : $"{place}.{key}";

    private static JsonNode Resolved(JsonNode schema) =>
        schema["$ref"] is { } pointer ? Schema["$defs"]![pointer.GetValue<string>().Split('/')[^1]]! : schema;
}
