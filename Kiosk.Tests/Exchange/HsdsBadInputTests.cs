using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kiosk.Core.Exchange;
using Kiosk.Core.Exchange.Hsds;
using NUnit.Framework;

namespace Kiosk.Tests.Exchange;

/// <summary>What is brought in is never believed: each mistake gets a sentence, and nothing is thrown.</summary>
internal sealed class HsdsBadInputTests
{
    private const string Service = "id,organization_id,name,status\n";

    private static IEnumerable<TestCaseData> Encodings =>
        [
            new TestCaseData(
                Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Service)).ToArray(),
                "services.csv: ",
                "UTF-16"
            ).SetName("UTF-16 with its mark"),
            new TestCaseData(Encoding.BigEndianUnicode.GetBytes(Service), "services.csv: ", "UTF-16").SetName("UTF-16 without"),
            new TestCaseData(Encoding.Latin1.GetBytes(Service + "a,b,Café,active\n"), "services.csv, line 2: ", "Latin-1").SetName(
                "Latin-1"
            ),
        ];

    [TestCaseSource(nameof(Encodings))]
    public void A_file_in_another_encoding_is_named_with_what_to_do(byte[] content, string place, string encoding)
    {
        var problem = HsdsCsv.Read(new IncomingFiles([new IncomingFile("services.csv", content)], [])).Problems.Single();
        Assert.That(problem.ToString(), Does.StartWith(place).And.Contain(encoding).And.Contain("CSV UTF-8"));
    }

    [TestCase(
        "services.csv",
        "id,organization_id,name,status\nnight-shelter,nobody,Soep,active\n",
        "services.csv, line 2",
        "organizations"
    )]
    [TestCase("services.csv", "id,name,status\na,Soep,active\na,Brood,active\n", "services.csv, line 3", "stands already")]
    [TestCase("services.csv", "id,name,status\n,Soep,active\n", "services.csv, line 2", "no id")]
    [TestCase("organizations.csv", "id,name\no,\"Soep\n", "organizations.csv, line 2", "quote")]
    [TestCase("organizations.csv", "id,name\no,So\"ep\n", "organizations.csv, line 2", "quote")]
    [TestCase("organizations.csv", "id,name\no,Soep,en brood\n", "organizations.csv, line 2", "values")]
    [TestCase("organizations.csv", "id,name,name\no,Soep,Brood\n", "organizations.csv, line 1", "twice")]
    [TestCase("recipes.csv", "id\n1\n", "recipes.csv", "no such file")]
    public void Each_mistake_is_named_by_file_and_line(string file, string text, string place, string words)
    {
        var plan = Hsds.Plan(Hsds.FromCsv((file, text), ("locations.csv", "id,name\n")), Hsds.Demo());
        Assert.That(
            plan.Problems.Where(problem => problem.Place.ToString() == place).Select(problem => problem.Sentence),
            Has.Some.Contains(words)
        );
    }

    [Test]
    public void Phones_that_belong_to_nobody_are_named()
    {
        var plan = Hsds.Plan(
            Hsds.FromCsv(("phones.csv", "id,service_id,number\np,nobody,02\n"), ("organizations.csv", "id,name\no,Anker\n")),
            Hsds.Demo()
        );
        Assert.That(plan.Problems.Single().ToString(), Does.StartWith("phones.csv, line 2").And.Contain("nobody"));
        Assert.That(plan.Changes.Select(change => change.Id), Is.EqualTo(new[] { "anker" }));
    }

    [Test]
    public void Topics_that_lead_round_in_a_circle_are_refused()
    {
        var plan = Hsds.Plan(
            Hsds.FromCsv(
                ("taxonomy_terms.csv", "id,name,parent_id,x_function,x_pictogram\na,A1,b,meet,food\nb,B1,a,meet,food\nc,C1,,meet,food\n")
            ),
            Hsds.Demo()
        );
        Assert.That(plan.Problems.Select(problem => problem.Place.Line).Distinct(), Is.EquivalentTo(new[] { 2, 3 }));
        Assert.That(plan.Changes.Select(change => change.Id), Is.EqualTo(new[] { "c1" }));
    }

    [Test]
    public void A_change_that_would_break_an_entry_leaves_it_as_it_was()
    {
        var text = Encoding.UTF8.GetString(HsdsCsv.Write(HsdsExport.From(Hsds.Demo())).Single(file => file.Name == "services.csv").Content);
        var plan = Hsds.Plan(
            Hsds.FromCsv(("services.csv", text.Replace("https://", "no address ", StringComparison.Ordinal))),
            Hsds.Demo()
        );
        Assert.That(plan.Changes, Is.Empty);
        Assert.That(plan.Problems, Is.Not.Empty.And.All.Property("Sentence").Contains("url"));
        Assert.That(
            plan.Unchanged,
            Is.EqualTo(32 - plan.Problems.Select(problem => problem.Place).Distinct().Count()),
            "what was refused is not as it was already"
        );
    }

    [Test]
    public void An_empty_folder_says_what_belongs_there() =>
        Assert.That(Hsds.Plan(Hsds.FromCsv(), Hsds.Demo()).Problems.Single().Sentence, Does.Contain("services.csv"));

    [TestCase("{")]
    [TestCase("[1, 2]")]
    [TestCase("{\"services\": [{\"id\": \"a\", \"id\": \"b\"}]}")]
    [TestCase("{\"services\": [{\"id\": {}, \"name\": [], \"phones\": [7]}]}")]
    [TestCase("{\"organizations\": [{\"id\": \"a\", \"name\": \"\\ud800\"}]}")]
    [TestCase("null")]
    [TestCase("\"\\ud800\"")]
    public void JSON_that_is_none_or_no_HSDS_gets_a_sentence(string text) =>
        Assert.That(Hsds.Plan(Hsds.FromJson(text), Hsds.Demo()).Problems, Is.Not.Empty);

    /// <summary>The one column that holds JSON.</summary>
    [TestCase("{")]
    [TestCase("[{\"from\": \"2026-12-24\", \"from\": \"2026-12-25\"}]")]
    [TestCase("[\"\\ud800\"]")]
    [TestCase(
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
    )]
    public void JSON_in_a_cell_that_is_none_is_passed_over(string cell)
    {
        var data = HsdsExport.From(Hsds.Demo());
        data["services"][0]["x_closures"] = cell;
        var plan = Hsds.Plan(data, Hsds.Demo());
        Assert.That(plan.HouseFile, Is.Not.Null);
        Assert.That(plan.Changes.SelectMany(change => change.Changes).Select(change => change.Field), Has.None.StartsWith("closures"));
        Assert.That(plan.Remarks.Select(remark => remark.Sentence), Has.Some.Contains("x_closures"));
    }

    [Test]
    public void A_zip_may_stand_in_for_a_folder_but_leads_nowhere_out_of_it()
    {
        using var zip = Zip(("out/organizations.csv", "id,name\no,Anker\n"), ("../services.csv", "id\n"), ("notes.txt", "x"));
        var files = IncomingFiles.Of("house.zip", zip);
        Assert.That(files.Files.Select(file => file.Name), Is.EqualTo(new[] { "organizations.csv" }));
        Assert.That(files.Problems.Single().Sentence, Does.Contain("../services.csv"));
    }

    [Test]
    public void A_zip_that_unpacks_to_more_than_the_limit_is_refused()
    {
        using var zip = Zip(
            ("services.csv", new string('a', ExchangeLimits.ImportBytes / 2)),
            ("phones.csv", new string('a', (ExchangeLimits.ImportBytes / 2) + 1))
        );
        Assert.That(IncomingFiles.Of("house.zip", zip).Problems.Single().Sentence, Does.Contain(ExchangeLimits.Megabytes));
    }

    [Test]
    public void A_zip_of_too_many_files_and_one_that_is_torn_are_refused()
    {
        using var many = Zip([.. Enumerable.Range(0, ExchangeLimits.Files + 1).Select(number => ($"{number}.csv", "id"))]);
        using var torn = new MemoryStream([(byte)'P', (byte)'K', 3, 4, 1, 2, 3]);
        Assert.That(IncomingFiles.Of("many.zip", many).Problems.Single().Sentence, Does.Contain("more than"));
        Assert.That(IncomingFiles.Of("torn.zip", torn).Problems.Single().Sentence, Does.Contain("damaged"));
    }

    /// <summary>Cells of a true export, exchanged at random for others and for rubbish.</summary>
    [Test]
    public void Whatever_stands_in_the_cells_nothing_is_thrown_and_the_house_stays_whole() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(30),
            Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Rubbish(new System.Random(seed)).HouseFile is not null)
        );

    private static ImportPlan Rubbish(System.Random random)
    {
        string[] rubbish =
        [
            "",
            "-1",
            "2026-13-45",
            "{}",
            "[",
            "=1",
            "<p",
            "&#x110000;",
            "99:99",
            new string('x', 3000),
            "MO",
            "\0",
            "24:00",
        ];
        var data = HsdsExport.From(Hsds.Demo());
        foreach (var row in data.Tables.SelectMany(table => data[table]).Where(_ => random.Next(3) == 0))
        {
            var column = row.Columns.ElementAt(random.Next(row.Columns.Count())).Key;
            row[column] = rubbish[random.Next(rubbish.Length)];
        }

        return Hsds.Plan(data, Hsds.Demo());
    }

    private static MemoryStream Zip(params (string Name, string Text)[] files)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        stream.Position = 0;
        return stream;
    }
}
