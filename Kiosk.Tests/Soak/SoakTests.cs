using System.Diagnostics;
using System.Globalization;
using Kiosk.App.Houses;
using Kiosk.App.Printing;
using Kiosk.Core.Counts;
using Kiosk.Tests.Services;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace Kiosk.Tests.Soak;

/// <summary>
/// A day in the life, and many: visitors, a tablet, a printer and the nights' work, while the kiosk's clock walks through weeks and every
/// midnight falls into a visit. Nothing counted is lost, nothing grows, and the kiosk has nothing to complain about.
/// </summary>
[Platform("Linux"), NonParallelizable]
public sealed class SoakTests
{
    private const int VisitorsAtOnce = 3;
    private const int VisitsPerStaffTouch = 16;

    /// <summary>What may have grown from the second tenth of the run to its last. How many threads there are, and what each holds ready, is
    /// a matter of how busy the machine is; two kilobytes that every visit left behind would be seen.</summary>
    private const double MemoryBar = 1.35;
    private const double ThreadsBar = 2;
    private const double FilesBar = 1.1;
    private const double HouseBar = 1.25;

    /// <summary>
    /// What the counts may grow by in a day on average, bytes: a row of four bytes for each cell, and the reports of weeks and months.
    /// </summary>
    private const double TallyBytesADay = 2500;

    private readonly List<Sample> _samples = [];
    private readonly DayLedger _ledger = new();
    private readonly PaperPrinter _paper = new(576);

    /// <summary>Four days, the longest night of the year among them.</summary>
    [Test]
    [Category("Long")]
    public async Task Some_days() =>
        Assert.That((await LiveAsync("2027-10-29 06:00", days: 4, visits: 320, visitsPerSample: 40)).Visits, Is.EqualTo(320));

    /// <summary><c>./test.sh soak</c>: from October to April, through both nights in which the clocks change, and a year's end.</summary>
    [Test]
    [Category("Soak")]
    public async Task Half_a_year()
    {
        var life = await LiveAsync("2027-10-11 06:00", days: 175, visits: 21_000, visitsPerSample: 300);
        var tenth = _samples.Count / 10;
        var (early, late) = (Sample.Mean(_samples[tenth..(2 * tenth)]), Sample.Mean(_samples[^tenth..]));
        SoakPage.Write(_samples, early, late, life);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(late.ResidentBytes / early.ResidentBytes, Is.LessThanOrEqualTo(MemoryBar), "memory held");
            Assert.That(late.HeapBytes / early.HeapBytes, Is.LessThanOrEqualTo(MemoryBar), "managed heap");
            Assert.That(late.OpenFiles / early.OpenFiles, Is.LessThanOrEqualTo(FilesBar), "open files");
            Assert.That(late.Threads / early.Threads, Is.LessThanOrEqualTo(ThreadsBar), "threads");
            Assert.That(
                (late.TallyBytes - early.TallyBytes) / Period.DaysBetween(early.On, late.On),
                Is.LessThanOrEqualTo(TallyBytesADay),
                "counts"
            );
            Assert.That(
                late.HouseBytes / _samples[_samples.Count / 4].HouseBytes,
                Is.LessThanOrEqualTo(HouseBar),
                "the house, from when its oldest change was 30 days old"
            );
        }
    }

    private async Task<Life> LiveAsync(string from, int days, int visits, int visitsPerSample)
    {
        var begun = Stopwatch.GetTimestamp();
        var standardError = Console.Error;
        using var complaints = new StringWriter(CultureInfo.InvariantCulture);
        Console.SetError(TextWriter.Synchronized(complaints));
        try
        {
            await using var printer = new TcpTestPrinter(_paper);
            using var kiosk = KioskHost.StartAt(from, "Kiosk:Printer=escpos:tcp://" + printer.Address);
            var life = await LiveAsync(kiosk, Duration.FromDays(days) / visits, visits, visitsPerSample);
            _ledger.AssertIsWhatIsKeptIn(kiosk.DataFolder);
            Assert.That(complaints.ToString(), Is.Empty);
            return life with { Taken = Stopwatch.GetElapsedTime(begun), First = Brussels.At(from).Date };
        }
        finally
        {
            Console.SetError(standardError);
        }
    }

    private async Task<Life> LiveAsync(KioskHost kiosk, Duration pace, int visits, int visitsPerSample)
    {
        Visitor[] visitors =
        [
            .. Enumerable.Range(0, VisitorsAtOnce).Select(number => new Visitor(kiosk, _paper, _ledger, new Random(number))),
        ];
        using var tablet = new Tablet(kiosk);
        await PrinterIsReady(kiosk);
        var (done, touched) = (0, 0);
        while (done < visits)
        {
            var staff = touched * VisitsPerStaffTouch <= done ? tablet.WorkAsync() : Task.CompletedTask;
            touched += staff == Task.CompletedTask ? 0 : 1;
            var before = done;
            done += await VisitAsync(kiosk, visitors, pace, visits - done);
            await staff;
            NightsWork(kiosk);
            if (before / visitsPerSample < done / visitsPerSample)
            {
                _samples.Add(Sample.Take(done, Now(kiosk).Date, kiosk.DataFolder));
            }
        }

        foreach (var visitor in visitors)
        {
            visitor.Dispose();
        }

        return new Life(
            done,
            _ledger.Taps,
            visitors.Sum(v => v.Pages),
            visitors.Sum(v => v.Slips),
            visitors.Sum(v => v.Rings),
            tablet.Changes,
            kiosk.Services.GetRequiredService<PublishedReports>().Periods.Count
        );
    }

    /// <summary>Some visits at once and the time they take; or the one visit that midnight falls into.</summary>
    /// <returns>How many.</returns>
    private static async Task<int> VisitAsync(KioskHost kiosk, Visitor[] visitors, Duration pace, int left)
    {
        var now = Now(kiosk);
        var midnight = Brussels.Zone.AtStartOfDay(now.Date.PlusDays(1)).ToInstant();
        var crowd = Math.Min(visitors.Length, left);
        if (now.ToInstant() + (pace * crowd) < midnight)
        {
            await Task.WhenAll(visitors.Take(crowd).Select(visitor => visitor.VisitAsync()));
            kiosk.Time.GoOn(pace * crowd);
            return crowd;
        }

        await visitors[0].VisitAsync(halfway: () => kiosk.Time.GoOn(midnight - now.ToInstant()));
        kiosk.Time.GoOn(pace);
        return 1;
    }

    /// <summary>What the kiosk's own timers do every five minutes of the system's time, of which a run has too few.</summary>
    private static void NightsWork(KioskHost kiosk)
    {
        kiosk.Services.GetRequiredService<NightlyCopies>().CatchUp();
        kiosk.Services.GetRequiredService<PublishedReports>().PublishDue();
    }

    private static async Task PrinterIsReady(KioskHost kiosk)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (kiosk.Services.GetRequiredService<SlipPrinting>().Offer != PaperOffer.Printer)
        {
            await Task.Delay(50, guard.Token);
        }
    }

    private static ZonedDateTime Now(KioskHost kiosk) => Instant.FromDateTimeOffset(kiosk.Time.GetUtcNow()).InZone(Brussels.Zone);
}

/// <summary>What was done in a run.</summary>
/// <param name="Taps">Acknowledged, and found in the counts.</param>
/// <param name="Changes">Made on the tablet.</param>
/// <param name="Reports">Published periods at the end.</param>
internal sealed record Life(int Visits, long Taps, int Pages, int Slips, int Rings, int Changes, int Reports)
{
    public TimeSpan Taken { get; init; }

    public LocalDate First { get; init; }
}
