using Kiosk.Core.Printing;
using NUnit.Framework;

namespace Kiosk.Tests.Printing;

/// <summary>Answers as the sources list them: escpos-rs <c>status.rs</c>, Ithaca PcOS 80, python-escpos; 0x12 is "all is well".</summary>
internal sealed class EscPosStatusTests
{
    [TestCase(0x12, 0x12, 0x12, PrinterState.Ready)]
    [TestCase(0x1A, 0x12, 0x12, PrinterState.Offline)]
    [TestCase(0x1A, 0x16, 0x12, PrinterState.CoverOpen)]
    [TestCase(0x1A, 0x32, 0x12, PrinterState.OutOfPaper)]
    [TestCase(0x1A, 0x52, 0x12, PrinterState.Fault)]
    [TestCase(0x12, 0x12, 0x1E, PrinterState.PaperLow)]
    [TestCase(0x12, 0x12, 0x72, PrinterState.OutOfPaper)]
    [TestCase(0x1A, 0x36, 0x7E, PrinterState.OutOfPaper, Description = "no paper and the cover open: whoever brings paper opens it anyway")]
    public void What_stops_the_printer_is_said(int printer, int offline, int paper, PrinterState state) =>
        Assert.That(EscPosStatus.Read((byte)printer, (byte)offline, (byte)paper), Is.EqualTo(state));

    [Test]
    public void A_printer_that_answers_only_the_first_question_is_believed_in_that() =>
        Assert.That(
            (EscPosStatus.Read(0x12, null, null), EscPosStatus.Read(0x1A, null, null)),
            Is.EqualTo((PrinterState.Ready, PrinterState.Offline))
        );

    [Test]
    public void An_answer_has_its_four_fixed_bits() =>
        Assert.That(
            Enumerable.Range(0, 256).Where(b => EscPosStatus.IsAnswer((byte)b)),
            Is.EqualTo(Enumerable.Range(0, 256).Where(b => (b & 0x93) == 0x12))
        );

    [Test]
    public void An_answer_given_at_once_is_never_taken_for_the_one_given_when_printed() =>
        Assert.That(Enumerable.Range(0, 256).Where(b => EscPosStatus.IsAnswer((byte)b) && EscPosStatus.SaysPrinted((byte)b)), Is.Empty);

    /// <summary>Epson TM-T88III specification, GS a: 0x10 marks the first of four bytes; the others have bit 4 off.</summary>
    [TestCase(0x10, true)]
    [TestCase(0x18, true)]
    [TestCase(0x12, false)]
    [TestCase(0x00, false)]
    public void A_status_sent_by_itself_is_known_by_its_first_byte(int heard, bool begins) =>
        Assert.That(EscPosStatus.BeginsAutomaticStatus((byte)heard), Is.EqualTo(begins));

    [Test]
    public void The_answer_that_paper_ended_does_not_say_printed() =>
        Assert.That(new byte[] { 0x00, 0x03, 0x0C, 0x0F }.Where(EscPosStatus.SaysPrinted), Is.EqualTo(new byte[] { 0x00, 0x03 }));

    [Test]
    public void Every_state_has_its_word_and_what_stops_printing_its_advice()
    {
        var states = Enum.GetValues<PrinterState>();
        Assert.That(states.Select(state => state.Word()), Is.Unique);
        Assert.That(
            states.Where(state => !state.CanPrint() && state != PrinterState.None).Select(state => state.Advice()),
            Is.All.Not.Null
        );
    }
}
