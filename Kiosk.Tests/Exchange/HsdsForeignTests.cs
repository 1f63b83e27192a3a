using System.Text.Json.Nodes;
using Kiosk.Core.Exchange;
using Kiosk.Core.Exchange.Hsds;
using NUnit.Framework;

namespace Kiosk.Tests.Exchange;

/// <summary>A data set from elsewhere, with what the house has no place for.</summary>
internal sealed class HsdsForeignTests
{
    [Test]
    public void An_id_is_made_of_the_name_without_its_markup()
    {
        var plan = Hsds.Plan(Hsds.FromCsv(("organizations.csv", "id,name\no1,<b>L'Ancre</b> &amp; Cie\n")), Hsds.Demo());
        Assert.That(plan.Changes.Single().Id, Is.EqualTo("l-ancre-cie"));
    }

    private const string Organization = "0a5e0000-0000-4000-8000-000000000001";
    private const string Location = "0a5e0000-0000-4000-8000-000000000002";
    private const string Service = "0a5e0000-0000-4000-8000-000000000003";

    private static readonly (string, string)[] Files =
    [
        (
            "organizations.csv",
            $"id,name,description,year_incorporated\n{Organization},\"\"\"Het Anker\"\"\",<p>Eten &amp; "
                + "drinken</p><ul><li>soep</li></ul>,1998\n"
        ),
        ("locations.csv", $"id;location_type;name;latitude\n{Location};physical;Kelder;50.85\n"),
        (
            "addresses.csv",
            $"id,location_id,address_1,city,state_province,postal_code,country,address_type\na1,{Location},Kaai "
                + $"3,Brussel,Brussel,1000,be,physical\na2,{Location},Postbus 9,Brussel,Brussel,1000,BE,postal\n"
        ),
        ("services.csv", $"id,organization_id,name,description,status,minimum_age\n{Service},{Organization},Soep,Warme soep,active,18\n"),
        ("service_at_location.csv", $"id,service_id,location_id\nsl1,{Service},{Location}\n"),
        (
            "schedules.csv",
            "id,service_at_location_id,freq,byday,opens_at,closes_at,bymonthday,notes\n"
                + "s1,sl1,WEEKLY,\"MO,TU\",10:00:00Z,12:30-05:00,,\ns2,sl1,MONTHLY,,10:00,11:00,15,\n"
        ),
        ("phones.csv", $"id,service_id,number,extension\np1,{Service},(02) 555 01 02,12\n"),
        ("languages.csv", $"id,service_id,name,code\nl1,{Service},,nld\nl2,{Service},Arabic,\nl3,{Service},Klingon,\n"),
        ("cost_options.csv", $"id,service_id,amount,currency,option\nc1,{Service},2.50,eur,per kom\n"),
        ("contacts.csv", $"id,service_id,name\nk1,{Service},Rachida\n"),
        ("funding.csv", $"id,organization_id,source\nf1,{Organization},Gemeente\n"),
        ("taxonomies.csv", "id,name,description\nt1,Open Eligibility,Needs\n"),
        ("taxonomy_terms.csv", "id,name,description,taxonomy_id\ntt1,Food,Food,t1\n"),
        ("attributes.csv", $"id,link_id,link_entity,taxonomy_term_id\nat1,{Service},service,tt1\n"),
        ("meta_table_descriptions.csv", "id,name,language,character_set\nm1,services,nl,UTF-8\n"),
    ];

    private static JsonObject House => JsonNode.Parse(Plan.HouseFile!)!.AsObject();

    private static ImportPlan Plan => Hsds.Plan(Hsds.FromCsv(Files), Hsds.Demo(), topicForOthers: "food");

    private static JsonNode Entry(string list, string id) => House[list]!.AsArray().Single(entry => entry!["id"]!.ToString() == id)!;

    [Test]
    public void It_gets_readable_ids_and_plain_texts_in_its_own_language_and_the_houses()
    {
        var organization = Entry("organizations", "het-anker");
        Assert.That(organization["name"]!.ToJsonString(), Is.EqualTo("""{"nl":"Het Anker","fr":"Het Anker"}"""));
        Assert.That(organization["description"]!["nl"]!.ToString(), Is.EqualTo("Eten & drinken\n– soep"));
    }

    [Test]
    public void A_name_without_a_Latin_letter_gets_an_id_of_its_own_too()
    {
        var plan = Hsds.Plan(
            Hsds.FromCsv(("organizations.csv", $"id,name\n{Organization},مطعم\n0a5e0000-0000-4000-8000-000000000009,مقهى\n")),
            Hsds.Demo()
        );
        Assert.That(plan.Problems, Is.Empty);
        Assert.That(plan.Changes.Select(change => change.Name), Is.EquivalentTo(new[] { "مطعم", "مقهى" }));
    }

    [Test]
    public void Hours_are_read_as_wall_time_and_places_by_their_address()
    {
        var service = Entry("services", "soep");
        Assert.That(
            service["schedules"]!.ToJsonString(),
            Is.EqualTo("""[{"freq":"WEEKLY","byday":"MO,TU","opensAt":"10:00","closesAt":"12:30"}]""")
        );
        Assert.That(Entry("locations", "kelder")["address"]!["country"]!.ToString(), Is.EqualTo("BE"));
        Assert.That(service["locationId"]!.ToString(), Is.EqualTo("kelder"));
    }

    [Test]
    public void What_is_not_said_is_guessed_on_the_safe_side()
    {
        var service = Entry("services", "soep");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(service["costFree"]!.GetValue<bool>(), Is.False);
            Assert.That(service["feesDescription"]!["fr"]!.ToString(), Is.EqualTo("2.50 EUR per kom"));
            Assert.That(service["access"]!.ToString(), Is.EqualTo("appointment"));
            Assert.That(service["anonymity"]!.ToString(), Is.EqualTo("no"));
            Assert.That(service["topicIds"]!.ToJsonString(), Is.EqualTo("[\"food\"]"));
            Assert.That(service["languages"]!.ToJsonString(), Is.EqualTo("[\"nl\",\"ar\"]"));
        }
    }

    [Test]
    public void Rows_that_cannot_be_taken_are_named_by_file_and_line() =>
        Assert.That(
            Plan.Problems.Select(problem => problem.Place.ToString()),
            Is.EquivalentTo(new[] { "schedules.csv, line 3", "languages.csv, line 4" })
        );

    [Test]
    public void Without_a_topic_a_service_is_refused_and_the_rest_taken()
    {
        var plan = Hsds.Plan(Hsds.FromCsv(Files), Hsds.Demo());
        Assert.That(
            plan.Problems.Where(problem => problem.Place.ToString() == "services.csv, line 2").Select(problem => problem.Sentence),
            Has.Some.Contains("topic")
        );
        Assert.That(plan.Changes.Select(change => change.Id), Does.Contain("het-anker").And.Not.Contain("soep"));
    }

    /// <summary>Every value that came in goes out, under its own id.</summary>
    [Test]
    public void Nothing_that_came_in_is_lost()
    {
        var (came, goes) = (Hsds.FromCsv(Files), Hsds.ThroughFiles(House, json: false));
        using (Assert.EnterMultipleScope())
        {
            foreach (var table in came.Tables.Where(table => table != "meta_table_descriptions"))
            {
                foreach (var row in came[table])
                {
                    var again = goes[table].SingleOrDefault(other => other.Id == row.Id);
                    Assert.That(again, Is.Not.Null, $"{table} {row.Id}");
                    Assert.That(row.Columns.Where(c => c.Value.Length > 0 && again![c.Key] != c.Value), Is.Empty, $"{table} {row.Id}");
                }
            }
        }

        Assert.That(Hsds.Plan(came, House, "food").Changes, Is.Empty, "the same file once more");
    }

    [Test]
    public void What_staff_change_or_take_out_afterwards_wins()
    {
        var house = House;
        var service = house["services"]!.AsArray().Single(entry => entry!["id"]!.ToString() == "soep")!;
        service["phones"] = new JsonArray();
        house["organizations"]!.AsArray().Single(entry => entry!["id"]!.ToString() == "het-anker")!["description"]!["nl"] = "Soep";
        var data = HsdsExport.From(house);
        Assert.That(data["phones"].Select(row => row.Id), Does.Not.Contain("p1"));
        Assert.That(
            data["organizations"].Single(row => row.Id == Organization)["x_description_nl"]
                + data["organizations"].Single(row => row.Id == Organization)["description"],
            Does.Contain("Soep").And.Not.Contain("<p>")
        );
    }

    [Test]
    public void A_service_that_is_not_active_is_left_as_it_is() =>
        Assert.That(
            Hsds.Plan(Hsds.FromCsv(("services.csv", "id,name,status\nx,Soep,defunct\n")), Hsds.Demo()).Problems.Single().Sentence,
            Does.Contain("'defunct'")
        );
}
