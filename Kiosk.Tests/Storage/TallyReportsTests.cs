using Dapper;
using Kiosk.Core.Counting;
using Kiosk.Core.Storage;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Storage;

/// <summary>A closed period is published once and never changes (P4).</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class TallyReportsTests : IDisposable
{
    private static readonly LocalDate Friday = new(2026, 11, 20);
    private static readonly LocalDate Monday = new(2026, 11, 23);
    private static readonly ReportPeriod Week = ReportPeriod.Holding(PeriodKind.Week, Friday);
    private static readonly Cell Housing = new("topic/housing");
    private static readonly Cell Visit = new("visit/begun/morning");

    private readonly TemporaryFolder _folder = new();
    private TallyDatabase _tallies;

    public TallyReportsTests() => _tallies = Open();

    public void Dispose()
    {
        _tallies.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void A_week_is_published_once_it_is_over_and_the_next_has_begun()
    {
        Tap(Friday, 8);
        Assert.That(_tallies.PublishDue(Friday, CellsAsTheyAre.Rules), Is.Zero);
        Assert.That(
            _tallies.PublishDue(Monday, CellsAsTheyAre.Rules),
            Is.Zero,
            "nobody tapped in the new week yet: the clock may have jumped"
        );
        Tap(Monday, 1);
        Assert.That(_tallies.PublishDue(Friday, CellsAsTheyAre.Rules), Is.Zero, "and then the clock may be wrong now");
        Assert.That(_tallies.PublishDue(Monday, CellsAsTheyAre.Rules), Is.EqualTo(1));
        Assert.That(_tallies.Published(Week)!["topic/housing"].Value, Is.EqualTo(10));
        Assert.That(_tallies.Published(Week.Next), Is.Null);
        Assert.That(_tallies.Published(ReportPeriod.Holding(PeriodKind.Month, Friday)), Is.Null);
    }

    [Test]
    public void What_was_published_never_changes_and_is_never_published_again()
    {
        Tap(Friday, 8);
        Tap(Monday, 1);
        _tallies.PublishDue(Monday, CellsAsTheyAre.Rules);
        Tap(Friday, 40);
        Reopen();
        Tap(Friday, 40);
        Assert.That(_tallies.PublishDue(Monday, CellsAsTheyAre.Rules), Is.Zero);
        Assert.That(_tallies.Published(Week)!["topic/housing"].Value, Is.EqualTo(10));
    }

    [Test]
    public void A_tap_in_a_closed_period_has_no_date_and_that_is_reported()
    {
        Tap(Friday, 8);
        Tap(Monday, 1);
        _tallies.PublishDue(Monday, CellsAsTheyAre.Rules);
        Tap(Friday.PlusYears(-1), 6);
        Assert.That(_tallies.ReadDay(new TallyDate(Friday.PlusYears(-1))), Is.Empty);
        Assert.That(_tallies.ReadDay(TallyDate.Unknown)[Housing], Is.EqualTo(6));
        var december = Monday.PlusDays(10);
        Tap(december, 1);
        _tallies.PublishDue(december, CellsAsTheyAre.Rules);
        Assert.That(_tallies.Published(ReportPeriod.Holding(PeriodKind.Month, Friday))![FigureName.UndatedVisits].Value, Is.EqualTo(5));
    }

    [Test]
    public void Taps_in_any_order_leave_the_same_bytes_with_what_was_published()
    {
        var one = Bytes([Housing, Visit, Housing]);
        var other = Bytes([Visit, Housing, Housing]);
        Assert.That(one, Is.EqualTo(other));

        static byte[] Bytes(Cell[] order)
        {
            using var folder = new TemporaryFolder();
            using (var tallies = Open(folder))
            {
                foreach (var cell in order)
                {
                    tallies.Count(new TallyDate(Friday), [cell]);
                }

                tallies.Count(new TallyDate(Monday), [Visit]);
                tallies.PublishDue(Monday, CellsAsTheyAre.Rules);
                foreach (var cell in order)
                {
                    tallies.Count(new TallyDate(Monday), [cell]);
                }
            }

            return File.ReadAllBytes(folder.Data.TallyDatabase);
        }
    }

    [Test]
    public void Counts_from_before_there_were_reports_are_published_too()
    {
        Tap(Friday, 8);
        Tap(Monday, 1);
        _tallies.Dispose();
        using (var older = SqliteFile.Open(_folder.Data.TallyDatabase))
        {
            older.Execute(
                "DROP TABLE published_figure; DROP TABLE published; DROP TABLE invented; DELETE FROM migration WHERE name LIKE '%published'"
            );
        }

        _tallies = Open();
        Assert.That(_tallies.PublishDue(Monday, CellsAsTheyAre.Rules), Is.EqualTo(1));
        Assert.That(_tallies.Published(Week)!["topic/housing"].Value, Is.EqualTo(10));
    }

    [Test]
    public void Invented_counts_are_marked_for_ever_and_never_mixed_with_real_ones()
    {
        Assert.That(_tallies.IsInvented, Is.False);
        _tallies.Invent([(Friday, new Dictionary<Cell, uint> { [Housing] = 7 })]);
        Reopen();
        Assert.That((_tallies.IsInvented, _tallies.ReadDay(new TallyDate(Friday))[Housing]), Is.EqualTo((true, 7u)));
        Assert.That(() => _tallies.Invent([]), Throws.InvalidOperationException.With.Message.Contains("empty"));
    }

    private void Tap(LocalDate date, int times)
    {
        for (var time = 0; time < times; time++)
        {
            _tallies.Count(new TallyDate(date), [Housing, Visit]);
        }
    }

    private void Reopen()
    {
        _tallies.Dispose();
        _tallies = Open();
    }

    private TallyDatabase Open() => Open(_folder);

    private static TallyDatabase Open(TemporaryFolder folder)
    {
        var tallies = TallyDatabase.Open(folder.Data, today: null);
        tallies.LayOut(CellCatalogue.For(["fr"], ["housing"], [], []));
        return tallies;
    }
}
