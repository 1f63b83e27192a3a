using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Kiosk.Core.Exchange;
using Kiosk.Core.Exchange.Hsds;
using Kiosk.Tests.Houses;
using NUnit.Framework;

namespace Kiosk.Tests.Exchange;

/// <summary>What goes out comes in again as it was.</summary>
internal sealed class HsdsRoundTripTests
{
    private static readonly string[] Modelled = ["organizations", "locations", "topics", "services"];

    private static readonly Gen<string> Words = Gen.Elements(
        "Un repas chaud",
        "=1+1",
        "'=x",
        "''-2",
        "+32 et plus",
        "@ici",
        "\"entre guillemets\"",
        "\"",
        "un, deux; trois\tquatre",
        "ligne une\nligne deux",
        "1 < 2 & 3 > 2",
        "<b>gras</b>",
        "caf&eacute;",
        "&amp;",
        "عربي، نص",
        "🥕",
        "l’heure",
        "x_name_nl",
        new string('é', 1000)
    );

    private static readonly Gen<string> Days = Gen.Elements("MO", "MO,TU", "SU", "WE,FR");

    private static readonly Gen<JsonObject> Schedule =
        from days in Days
        from monthly in Gen.Elements(true, false)
        from once in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from interval in Gen.Choose(1, 3)
        from hours in Gen.Elements(true, false)
        from holidays in Gen.Elements<bool?>(null, true, false)
        from note in Gen.Frequency((3, Gen.Constant("")), (1, Words))
        select Rule(days, monthly, once, interval, hours, holidays, note.Length > 0 ? note : null);

    private static readonly Gen<JsonObject> House =
        from texts in Words.ArrayOf(8)
        from schedules in Schedule.ArrayOf(3)
        from free in Gen.Elements(true, false)
        from language in Gen.Elements("fr", "nl")
        from service in Gen.Choose(0, 31)
        select Changed(texts, schedules, free, language, service);

    [TestCase(false)]
    [TestCase(true)]
    public void The_demo_house_comes_back_as_it_was(bool json)
    {
        var house = Hsds.Demo();
        var plan = Hsds.Plan(Hsds.ThroughFiles(house, json), Hsds.Bare(house));
        Assert.That(plan.Problems.Concat(plan.Remarks), Is.Empty);
        var back = JsonNode.Parse(plan.HouseFile!)!;
        using (Assert.EnterMultipleScope())
        {
            foreach (var list in Modelled)
            {
                Assert.That(back[list]!.AsArray(), Has.Count.EqualTo(house[list]!.AsArray().Count));
                foreach (var entry in house[list]!.AsArray())
                {
                    var again = back[list]!.AsArray().Single(e => e!["id"]!.ToString() == entry!["id"]!.ToString());
                    Assert.That(JsonNode.DeepEquals(entry, again), Is.True, $"{entry}\n{again}");
                }
            }
        }
    }

    [TestCase(false)]
    [TestCase(true)]
    public void A_house_that_reads_its_own_export_changes_nothing(bool json)
    {
        var plan = Hsds.Plan(Hsds.ThroughFiles(Hsds.Demo(), json), Hsds.Demo());
        Assert.That(Hsds.Said(plan), Is.Empty);
        Assert.That(plan.Unchanged, Is.EqualTo(4 + 9 + 32 + 32));
    }

    [TestCase(false, 20)]
    [TestCase(true, 20)]
    [TestCase(false, 300, Category = "Everything")]
    [TestCase(true, 300, Category = "Everything")]
    public void Any_house_comes_back_as_it_was(bool json, int houses) =>
        Prop.ForAll(
                House.ToArbitrary(),
                house =>
                {
                    var (taken, again) = (
                        Hsds.Plan(Hsds.ThroughFiles(house, json), Hsds.Bare(house)),
                        Hsds.Plan(Hsds.ThroughFiles(house, json), house)
                    );
                    var lost = taken.HouseFile is null
                        ? []
                        : HouseDifference
                            .Between(house, JsonNode.Parse(taken.HouseFile)!.AsObject())
                            .Where(change => Modelled.Contains(change.List));
                    var said = taken
                        .Problems.Select(problem => problem.ToString())
                        .Concat(Hsds.Said(again))
                        .Concat(Hsds.Said(taken with { Changes = [.. lost], Problems = [] }))
                        .ToList();
                    return (taken.HouseFile is not null && said.Count == 0).Label(string.Join('\n', said));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(houses));

    /// <summary>What house A says, house B keeps under A's ids, and says again in its own export.</summary>
    [TestCase(false)]
    [TestCase(true)]
    public void Another_house_keeps_the_ids_it_was_given(bool json)
    {
        var (house, other) = (Hsds.Demo(), Hsds.Bare(Hsds.Demo()));
        other["house"]!["id"] = "la-rive";
        var taken = JsonNode.Parse(Hsds.Plan(Hsds.ThroughFiles(house, json), other).HouseFile!)!.AsObject();
        var (ours, theirs) = (HsdsExport.From(house), HsdsExport.From(taken));
        foreach (var table in ours.Tables.Where(table => table is not ("meta_table_descriptions" or "taxonomies")))
        {
            Assert.That(
                theirs[table].Select(Line),
                Is.SupersetOf(ours[table].Where(row => IsNotOfTheHouseItself(row, house)).Select(Line)),
                table
            );
        }

        Assert.That(Hsds.Said(Hsds.Plan(Hsds.ThroughFiles(house, json), taken)), Is.Empty, "the same file once more");
    }

    private static bool IsNotOfTheHouseItself(HsdsRow row, JsonObject house) => row["x_slug"] != house["house"]!["locationId"]!.ToString();

    private static string Line(HsdsRow row) =>
        string.Join(
            '|',
            row.Columns.Where(c => c.Value.Length > 0).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={c.Value}")
        );

    private static JsonObject Rule(string days, bool monthly, bool once, int interval, bool hours, bool? holidays, string? note)
    {
        var rule = new JsonObject();
        if (once)
        {
            rule["date"] = "2026-12-05";
        }
        else
        {
            rule["freq"] = monthly ? "MONTHLY" : "WEEKLY";
            rule["byday"] = monthly ? "2MO,-1FR" : days;
            if (interval > 1)
            {
                (rule["interval"], rule["validFrom"]) = (interval, "2026-11-02");
            }
        }

        if (hours)
        {
            (rule["opensAt"], rule["closesAt"]) = ("20:00", "08:00");
        }

        if (holidays is { } on)
        {
            rule["onPublicHolidays"] = on;
        }

        if (note is not null)
        {
            rule["notes"] = new JsonObject { ["fr"] = note, ["ar"] = note };
        }

        return rule;
    }

    private static JsonObject Changed(string[] texts, JsonObject[] schedules, bool free, string language, int index)
    {
        var house = Hsds.Demo();
        var service = house["services"]![index]!.AsObject();
        JsonObject Text(int n) => new() { ["fr"] = texts[n], ["nl"] = texts[7 - n] };
        (service["name"], service["description"], service["eligibility"]) = (Text(0), Text(1), new JsonObject { [language] = texts[2] });
        service["schedules"] = new JsonArray([.. schedules.Select(schedule => schedule.DeepClone())]);
        service["requiredDocuments"] = new JsonArray(Text(3), Text(4));
        service["phones"] = new JsonArray(
            new JsonObject
            {
                ["number"] = "+32 2 555 01 02",
                ["description"] = new JsonObject { [language] = texts[5] },
            }
        );
        service["closures"] = new JsonArray(
            new JsonObject
            {
                ["from"] = "2026-12-24",
                ["to"] = "2027-01-03",
                ["reason"] = Text(6),
            }
        );
        (service["costFree"], service["feesDescription"]) = (free, Text(7));
        house["organizations"]![0]!["description"] = new JsonObject { [language] = texts[6] };
        house["locations"]![1]!["address"]!["address1"] = new JsonObject { [language] = texts[0] };
        Assert.That(DemoHouse.Read(house.ToJsonString()).Problems, Is.Empty);
        return house;
    }
}
