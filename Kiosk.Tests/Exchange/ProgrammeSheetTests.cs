using System.Text;
using Kiosk.Core.Exchange;
using Kiosk.Core.Exchange.Spreadsheets;
using Kiosk.Tests.Houses;
using NUnit.Framework;

namespace Kiosk.Tests.Exchange;

internal sealed class ProgrammeSheetTests
{
    private static readonly string Sheet = Encoding.UTF8.GetString(ProgrammeSheet.Write(Hsds.Demo()));

    private static ImportPlan Plan(string text) =>
        ProgrammeReading.Plan(new IncomingFile("programme.csv", Encoding.UTF8.GetBytes(text)), Hsds.Demo(), DemoHouse.Pictograms);

    [TestCase(",")]
    [TestCase(";")]
    public void A_sheet_that_nobody_touched_changes_nothing(string separator)
    {
        var plan = Plan(separator == "," ? Sheet : Resaved());
        Assert.That(plan.Problems.Concat(plan.Remarks), Is.Empty);
        Assert.That(Hsds.Said(plan), Is.Empty);
        Assert.That(plan.Unchanged, Is.EqualTo(24));
    }

    [Test]
    public void Its_headings_are_words_of_the_house_with_a_key_behind() =>
        Assert.That(Sheet, Does.StartWith("\uFEFFCode [id],Activité [name],Revient [repeats],Jours [days]"));

    [Test]
    public void A_person_writes_days_times_and_dates_as_they_do()
    {
        var plan = Plan(
            "Activité;Jours;Début;Fin;Premier jour;Salle;Fonction;Pictogramme;Description\nYoga;lundi, jeu;9h30;11:00;5/1/2027;La "
                + "cuisine;meet;coffee;Bouger\n"
        );
        Assert.That(plan.Problems, Is.Empty);
        Assert.That(plan.Changes.Single().Id, Is.EqualTo("yoga"));
        Assert.That(
            plan.HouseFile,
            Does.Contain("""[{"freq":"WEEKLY","byday":"MO,TH","opensAt":"09:30","closesAt":"11:00","validFrom":"2027-01-05"}]""")
        );
    }

    [TestCase("open-cafe,Café ouvert,lundredi,09:00,10:00,", "lundredi")]
    [TestCase("open-cafe,Café ouvert,MO,neuf,10:00,", "neuf")]
    [TestCase("open-cafe,Café ouvert,MO,09:00,10:00,32/13/2026", "32/13/2026")]
    [TestCase("open-cafe,Café ouvert,2MO,09:00,10:00,,elke week", "does not fit")]
    [TestCase("open-cafe,Café ouvert,MO,09:00,10:00,,,Le grenier", "Le grenier")]
    public void A_line_that_cannot_be_taken_is_named_and_takes_nothing_away(string line, string words)
    {
        var plan = Plan($"id,name,days,start,end,first,repeats,room\n{line}\n");
        Assert.That(
            plan.Problems.Select(problem => problem.ToString()),
            Has.Some.StartsWith("programme.csv, line 2").And.Some.Contains(words)
        );
        Assert.That(plan.Changes.SelectMany(change => change.Changes).Select(change => change.Field), Does.Not.Contain("roomId"));
        Assert.That(plan.Unchanged, Is.Zero);
    }

    [Test]
    public void Something_that_is_no_programme_is_refused_in_words() =>
        Assert.That(Plan("a,b\n1,2\n").Problems.Single().Sentence, Does.Contain("headings"));

    /// <summary>As a spreadsheet in French or Dutch saves it: semicolons, every value in quotes.</summary>
    private static string Resaved()
    {
        var problems = new List<RowProblem>();
        var lines = CsvTable.Read("sheet", Sheet[1..], problems);
        var headings = lines[0].Cells.Keys.ToList();
        return string.Join(
            '\n',
            lines
                .Select(line => headings.Select(heading => line.Cells[heading]))
                .Prepend(headings)
                .Select(cells => string.Join(';', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")))
        );
    }
}
