using NUnit.Framework;
using static Kiosk.Tests.Support.PrinterBytes;

namespace Kiosk.Tests.Support;

/// <summary>The bad days of the test printer.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class TestPrinterFaultTests
{
    private readonly PaperPrinter _printer = new(384);
    private readonly List<byte> _answers = [];

    public TestPrinterFaultTests() => _printer.Answered += _answers.AddRange;

    /// <summary>The answers to DLE EOT 1 to 4 and GS r 1 on each kind of day; GS r 1 is not carried out while nothing is printed.</summary>
    private static IEnumerable<TestCaseData> Days =>
        [
            Day("fine", _ => { }, 0x12, 0x12, 0x12, 0x12, 0x00),
            Day("near end", printer => printer.NearEnd = true, 0x12, 0x12, 0x12, 0x1E, 0x03),
            Day("out of paper", printer => printer.PaperOutAfterRows = 0, 0x1A, 0x32, 0x12, 0x72),
            Day(
                "near end and out of paper",
                printer =>
                {
                    printer.NearEnd = true;
                    printer.PaperOutAfterRows = 0;
                },
                0x1A,
                0x32,
                0x12,
                0x7E
            ),
            Day("cover open", printer => printer.OpenCover(), 0x1A, 0x16, 0x12, 0x12),
            Day("offline", printer => printer.Offline = true, 0x1A, 0x12, 0x12, 0x12),
            Day("cutter jam", printer => printer.CutterJam = true, 0x1A, 0x52, 0x1A, 0x12),
            Day("silent", printer => printer.AnswersStatus = false),
        ];

    /// <summary>What ends each kind of day on which nothing is printed.</summary>
    private static IEnumerable<TestCaseData> Stops =>
        [
            Stop("paper", printer => printer.PaperOutAfterRows = 0, printer => printer.RefillPaper()),
            Stop("cover", printer => printer.OpenCover(), printer => printer.CloseCover()),
            Stop("offline", printer => printer.Offline = true, printer => printer.Offline = false),
            Stop("cutter", printer => printer.CutterJam = true, printer => printer.CutterJam = false),
        ];

    [TestCaseSource(nameof(Days))]
    public void Its_status_says_what_day_it_is(Action<PaperPrinter> makeTheDay, byte[] answers)
    {
        makeTheDay(_printer);
        _printer.Take([.. Status(1), .. Status(2), .. Status(3), .. Status(4), .. PaperInOrder]);
        Assert.That(_answers, Is.EqualTo(answers));
        Assert.That(_printer.GarbageBytes, Is.Zero);
    }

    [TestCaseSource(nameof(Stops))]
    public void What_waits_is_printed_once_it_can_be(Action<PaperPrinter> stop, Action<PaperPrinter> repair)
    {
        stop(_printer);
        _printer.Take([.. Slip(20), .. PaperInOrder]);
        Assert.That((_printer.Slips.Count, _printer.Unfinished.HeightDots, _answers.Count), Is.EqualTo((0, 0, 0)));
        repair(_printer);
        Assert.That(BlackDots(_printer.Slips.Single()), Is.EqualTo(DiagonalDots(20)));
        Assert.That(_answers, Is.EqualTo(new byte[] { 0 }));
    }

    [Test]
    public void Paper_that_ends_within_a_band_leaves_the_rest_for_the_new_roll()
    {
        _printer.PaperOutAfterRows = 12;
        _printer.Take(Slip(20));
        Assert.That(_printer.PaperOut);
        Assert.That(BlackDots(_printer.Unfinished), Is.EqualTo(DiagonalDots(12)));
        _printer.RefillPaper();
        Assert.That(BlackDots(_printer.Slips.Single()), Is.EqualTo(DiagonalDots(20)));
    }

    [Test]
    public void Paper_that_ends_within_a_feed_leaves_the_rest_for_the_new_roll()
    {
        _printer.PaperOutAfterRows = 12;
        _printer.Take([.. Feed(20), .. Cut]);
        Assert.That(_printer.Unfinished.HeightDots, Is.EqualTo(12));
        _printer.RefillPaper();
        Assert.That(_printer.Slips.Single().HeightDots, Is.EqualTo(20));
    }

    [Test]
    public void A_full_buffer_takes_no_more_until_there_is_paper()
    {
        var printer = new PaperPrinter(384) { ReceiveBufferBytes = 100, PaperOutAfterRows = 0 };
        var slip = Slip(20);
        Assert.That(printer.Take(slip), Is.EqualTo(100));
        var room = printer.WhenRoomAsync(CancellationToken.None);
        Assert.That((printer.Room, room.IsCompleted), Is.EqualTo((0, false)));
        printer.RefillPaper();
        Assert.That((printer.Room, room.IsCompleted), Is.EqualTo((100, true)));
        printer.Take(slip.AsSpan(100));
        Assert.That(BlackDots(printer.Slips.Single()), Is.EqualTo(DiagonalDots(20)));
    }

    [Test]
    public void A_question_is_answered_at_once_behind_a_band_that_waits()
    {
        _printer.OpenCover();
        _printer.Take([.. Diagonal(20), .. Status(2)]);
        Assert.That(_answers, Is.EqualTo(new byte[] { 0x16 }));
        Assert.That(_printer.RealTimeCommandsInsideRaster, Is.Zero);
    }

    [Test]
    public void Dots_that_look_like_a_question_are_answered_and_printed()
    {
        _printer.Take([.. Header(1), .. Status(1), .. new byte[RowBytes - 3]]);
        Assert.That(_answers, Is.EqualTo(new byte[] { 0x12 }));
        Assert.That(_printer.RealTimeCommandsInsideRaster, Is.EqualTo(1));
        Assert.That(BlackDots(_printer.Unfinished), Is.EqualTo(new[] { (3, 0), (13, 0), (23, 0) }), "10 04 01 as dots");
    }

    [TestCase(new byte[] { 0x10, 0x10, 0x04, 0x01 })]
    [TestCase(new byte[] { 0x10, 0x14, 0x08, 0x01, 0x03, 0x10, 0x04, 0x01 })]
    public void A_question_is_found_behind_half_a_command(byte[] bytes)
    {
        _printer.Take(bytes);
        Assert.That(_answers, Is.EqualTo(new byte[] { 0x12 }));
    }

    [Test]
    public void A_clear_forgets_half_a_header()
    {
        _printer.Take([.. Header(20)[..4], .. RecoverAndClear, .. Slip(3)]);
        Assert.That(BlackDots(_printer.Slips.Single()), Is.EqualTo(DiagonalDots(3)));
    }

    [Test]
    public void A_clear_forgets_a_feed_that_is_half_done_and_its_cut()
    {
        _printer.PaperOutAfterRows = 5;
        _printer.Take([.. Feed(20), .. Cut, .. Clear]);
        _printer.RefillPaper();
        Assert.That((_printer.Slips.Count, _printer.Unfinished.HeightDots), Is.EqualTo((0, 5)));
    }

    [TestCaseSource(nameof(Clears))]
    public void A_clear_leaves_a_band_that_is_half_there(byte[] clear, byte[] answer)
    {
        _printer.Take([.. Diagonal(20)[..(8 + (5 * RowBytes) + 7)], .. clear, .. Diagonal(3), .. Cut]);
        Assert.That(
            BlackDots(_printer.Slips.Single()),
            Is.EqualTo(DiagonalDots(5).Concat(DiagonalDots(3).Select(dot => (dot.X, dot.Y + 5))))
        );
        Assert.That(_answers, Is.EqualTo(answer));
        Assert.That(_printer.GarbageBytes, Is.Zero);
    }

    [TestCaseSource(nameof(Clears))]
    public void A_clear_empties_the_buffer_of_a_printer_without_paper(byte[] clear, byte[] answer)
    {
        _printer.PaperOutAfterRows = 0;
        _printer.Take([.. Slip(20), .. clear]);
        Assert.That(_printer.Room, Is.EqualTo(_printer.ReceiveBufferBytes));
        _printer.RefillPaper();
        Assert.That((_printer.Slips.Count, _printer.Unfinished.HeightDots), Is.EqualTo((0, 0)));
        Assert.That(_answers, Is.EqualTo(answer));
    }

    [Test]
    public void A_clone_takes_a_clear_for_dots()
    {
        _printer.ObeysClear = false;
        _printer.Take([.. Header(1), .. Clear, .. new byte[RowBytes - Clear.Length], .. Clear]);
        Assert.That(_printer.Unfinished.HeightDots, Is.EqualTo(1));
        Assert.That((_answers.Count, _printer.GarbageBytes), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Some_recover_only_from_an_error()
    {
        _printer.RecoversOnlyFromErrors = true;
        _printer.PaperOutAfterRows = 0;
        _printer.Take([.. Slip(20), .. RecoverAndClear]);
        Assert.That(_printer.Room, Is.Not.EqualTo(_printer.ReceiveBufferBytes));
        _printer.CutterJam = true;
        _printer.Take(RecoverAndClear);
        Assert.That(_printer.Room, Is.EqualTo(_printer.ReceiveBufferBytes));
    }

    [Test]
    public void A_blade_may_jam_when_it_is_to_cut()
    {
        _printer.JamsAtNextCut = true;
        _printer.Take([.. Slip(20), .. PaperInOrder]);
        Assert.That(
            (_printer.CutterJam, _printer.Slips.Count, _printer.Unfinished.HeightDots, _answers.Count),
            Is.EqualTo((true, 0, 20, 0))
        );
        _printer.CutterJam = false;
        Assert.That((_printer.Slips.Count, _answers.Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public void A_silent_printer_prints()
    {
        _printer.AnswersStatus = false;
        _printer.Take([.. Slip(20), .. Clear, .. PaperInOrder]);
        Assert.That((_printer.Slips.Count, _answers.Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public void A_dead_printer_takes_nothing_and_answers_nothing()
    {
        _printer.Dead = true;
        Assert.That(_printer.Take(Status(1)), Is.Zero);
        Assert.That((_answers.Count, _printer.WhenRoomAsync(CancellationToken.None).IsCompleted), Is.EqualTo((0, false)));
        _printer.Dead = false;
        Assert.That(_printer.Take(Status(1)), Is.EqualTo(3));
    }

    private static IEnumerable<TestCaseData> Clears =>
        [
            new TestCaseData(RecoverAndClear, Array.Empty<byte>()).SetArgDisplayNames("DLE ENQ 2"),
            new TestCaseData(Clear, new byte[] { 0x37, 0x25, 0x00 }).SetArgDisplayNames("DLE DC4 8"),
        ];

    private static TestCaseData Day(string name, Action<PaperPrinter> makeTheDay, params byte[] answers) =>
        new TestCaseData(makeTheDay, answers).SetArgDisplayNames(name);

    private static TestCaseData Stop(string name, Action<PaperPrinter> stop, Action<PaperPrinter> repair) =>
        new TestCaseData(stop, repair).SetArgDisplayNames(name);
}
