using Kiosk.App.Houses;
using Kiosk.Core.Counting;
using Kiosk.Core.Languages;
using Kiosk.Core.Reports;
using Kiosk.Core.Storage;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Storage;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Reports;

/// <summary>
/// The whole report of an invented month, in which a need rises, and of an invented year, in the languages of the tablets.
/// </summary>
public sealed class ApprovedReports : IDisposable
{
    private static readonly string[] Spoken = [.. StaffPhrases.Languages.Select(language => language.Value)];

    private readonly TemporaryFolder _folder = new();
    private TallyDatabase _tallies = null!;

    [OneTimeSetUp]
    public void Count()
    {
        _tallies = TallyDatabase.Open(_folder.Data, null);
        InventedCounts.Fill(_tallies, DemoHouse.Whole);
    }

    public void Dispose()
    {
        _tallies.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void A_report_says_what_was_approved(
        [Values(InventedCounts.Month, "2025")] string period,
        [ValueSource(nameof(Spoken))] string language
    ) => ApprovedText.AssertSame(ReportFiles.Json(Of(period, language)), $"report-{period}-{language}.json");

    [TestCase("2026-W46", "semaine 46 de 2026")]
    [TestCase("2025-W01", "semaine 1 de 2025")]
    [TestCase("2026-02", "février 2026")]
    [TestCase("2026-Q1", "1er trimestre 2026")]
    [TestCase("2025", "2025")]
    public void A_period_has_a_name_that_people_say(string period, string said) =>
        Assert.That(PeriodWords.Name(ReportPeriod.Named(period)!.Value, Speaking("fr")), Is.EqualTo(said));

    [Test]
    public void The_first_period_says_that_there_is_nothing_to_compare_with() =>
        Assert.That(Of("2025-01", "en").InShort[1].Text, Does.StartWith("The period before was not published"));

    [Test]
    public void What_differs_by_less_than_a_tenth_is_called_the_same()
    {
        foreach (var month in Enumerable.Range(2, 11).Select(month => Of($"2025-{month:00}", "en")))
        {
            var visits = month.Sections[0].Rows[0];
            var ratio = (double)visits.Now.Value / visits.Before!.Value.Value;
            Assert.That(
                month.InShort[1].Text,
                Does.StartWith(
                    ratio > 1.1 ? "That is more"
                    : ratio < 0.9 ? "That is fewer"
                    : "That is about the same"
                ),
                month.Period.Name
            );
        }
    }

    private ThresholdReport Of(string period, string language) =>
        ThresholdReport.Of(ReportPeriod.Named(period)!.Value, _tallies.Published, DemoHouse.Whole, Speaking(language))!;

    private static Localizer Speaking(string language) => new(Phrases, LanguageTag.Parse(language), DemoHouse.Whole.Profile.Language);

    private static readonly Phrasebook Phrases = DemoHouse.Phrases.Under(Phrasebook.Load(SourceTree.PathOf("assets/languages/staff")));
}
