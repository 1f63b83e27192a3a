using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using static Kiosk.Tests.Support.PrinterBytes;

namespace Kiosk.Tests.Support;

/// <summary>The printer that stands in for a real one must itself be right: its bytes are those of the Epson manuals.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class TestPrinterTests
{
    private readonly PaperPrinter _printer = new(384);
    private readonly List<byte> _answers = [];

    public TestPrinterTests() => _printer.Answered += _answers.AddRange;

    private static IEnumerable<byte[]> Cuts =>
        [
            [0x1D, 0x56, 0],
            [0x1D, 0x56, 1],
            [0x1D, 0x56, 0x30],
            [0x1D, 0x56, 0x31],
            [0x1B, 0x69],
            [0x1B, 0x6D],
        ];

    [Test]
    public void A_raster_is_printed_dot_by_dot_and_cut_off()
    {
        Send(Slip(20));
        Assert.That(BlackDots(_printer.Slips.Single()), Is.EqualTo(DiagonalDots(20)));
        Assert.That(_printer.Unfinished.HeightDots, Is.Zero);
        Assert.That(_printer.GarbageBytes, Is.Zero);
    }

    /// <summary>m = 1, 2 and 3 of GS v 0: double width, double height, both.</summary>
    [TestCase((byte)1, 2, 1)]
    [TestCase((byte)2, 1, 2)]
    [TestCase((byte)3, 2, 2)]
    public void The_modes_of_a_raster_make_it_wider_and_higher(byte mode, int wider, int higher)
    {
        Send([.. Header(1, mode), .. DiagonalRow(5)]);
        var dots = from y in Enumerable.Range(0, higher) from x in Enumerable.Range(5 * wider, wider) select (x, y);
        Assert.That(BlackDots(_printer.Unfinished), Is.EqualTo(dots));
    }

    [Test]
    public void Split_anywhere_the_same_bytes_give_the_same_paper_and_answers() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(
                Streams().ToArbitrary(),
                stream => AllThatCameOf(stream.Bytes, [stream.Bytes.Length]) == AllThatCameOf(stream.Bytes, stream.Chunks)
            )
        );

    [Test]
    public void Feeds_leave_white_rows()
    {
        Send([.. Feed(7), 0x1B, 0x64, 2, 0x0A]); // ESC J 7, ESC d 2, LF: 24 dots a line
        Assert.That(_printer.Unfinished.HeightDots, Is.EqualTo(7 + 48 + 24));
        Assert.That(BlackDots(_printer.Unfinished), Is.Empty);
    }

    [Test]
    public void A_feed_is_counted_in_the_printers_own_units()
    {
        var printer = new PaperPrinter(512) { DotsPerInch = 180, FeedUnitsPerInch = 360 };
        printer.Take(Feed(100));
        Assert.That(printer.Unfinished.HeightDots, Is.EqualTo(50));
    }

    [TestCaseSource(nameof(Cuts))]
    public void Every_way_to_cut_cuts(byte[] cut)
    {
        Send([.. Diagonal(3), .. cut, .. Diagonal(2), .. cut, .. cut]);
        Assert.That(_printer.Slips.Select(slip => slip.HeightDots), Is.EqualTo(new[] { 3, 2 }));
        Assert.That(_printer.GarbageBytes, Is.Zero);
    }

    [TestCase((byte)0x41)]
    [TestCase((byte)0x42)]
    public void A_cut_with_a_feed_feeds_before_it_cuts(byte m)
    {
        Send([.. Diagonal(3), 0x1D, 0x56, m, 10]);
        Assert.That(_printer.Slips.Single().HeightDots, Is.EqualTo(13));
    }

    [Test]
    public void Letters_and_unknown_commands_are_garbage()
    {
        Send([.. "Bon"u8, 0x1B, 0x7F, 0x1D, 0x76, 0x31, 0x00, 0x00]); // ESC DEL and GS v 1 are no commands, NUL is nothing
        Assert.That(_printer.GarbageBytes, Is.EqualTo(3 + 2 + 3));
    }

    [Test]
    public void A_band_longer_than_it_says_ends_in_garbage()
    {
        Send([.. Header(2), .. DiagonalRow(0), .. DiagonalRow(1), .. Enumerable.Repeat((byte)0xFF, RowBytes)]);
        Assert.That(_printer.GarbageBytes, Is.EqualTo(RowBytes));
    }

    [Test]
    public void A_band_shorter_than_it_says_swallows_what_follows()
    {
        Send([.. Header(2), .. DiagonalRow(0), .. Cut]);
        Assert.That(_printer.Slips, Is.Empty);
        Assert.That(_printer.Unfinished.HeightDots, Is.EqualTo(1));
    }

    [Test]
    public void A_raster_is_none_in_the_middle_of_a_line_of_text()
    {
        Send([.. "A"u8, .. Header(1)]);
        Assert.That(_printer.GarbageBytes, Is.EqualTo(1 + 8));
    }

    [Test]
    public void The_largest_band_and_all_bytes_are_counted()
    {
        byte[] bytes = [.. Diagonal(10), .. Diagonal(30), .. Diagonal(20)];
        Send(bytes);
        Assert.That(_printer.LargestBandBytes, Is.EqualTo(8 + (30 * RowBytes)));
        Assert.That(_printer.BytesTaken, Is.EqualTo(bytes.Length));
    }

    [Test]
    public void The_first_byte_of_the_first_raster_has_its_time()
    {
        Send([.. Initialize, 0x1D]);
        Assert.That(_printer.FirstRasterByteTimestamp, Is.Null);
        Send(Diagonal(1)[1..]);
        Assert.That(_printer.FirstRasterByteAsync.IsCompletedSuccessfully);
        _printer.ResetFirstRasterByte();
        Assert.That(_printer.FirstRasterByteTimestamp, Is.Null);
    }

    [Test]
    public void A_graymap_has_a_header_a_white_margin_and_black_dots()
    {
        Send(Slip(2));
        var graymap = _printer.Slips.Single().ToGraymap(1);
        var header = "P5\n386 4\n255\n"u8;
        Assert.That(graymap[..header.Length], Is.EqualTo(header.ToArray()), Encoding.ASCII.GetString(graymap[..20]));
        Assert.That(
            graymap[header.Length..].Index().Where(dot => dot.Item == 0).Select(dot => dot.Index),
            Is.EqualTo(new[] { 386 + 1, (2 * 386) + 2 })
        );
    }

    [Test]
    public async Task A_slip_can_be_waited_for()
    {
        var slip = _printer.NextSlipAsync(TimeSpan.FromMinutes(1));
        Send(Slip(4));
        Assert.That((await slip).HeightDots, Is.EqualTo(4));
        Assert.That(() => _printer.NextSlipAsync(TimeSpan.Zero), Throws.InstanceOf<TimeoutException>());
    }

    private void Send(params byte[] bytes) => Assert.That(_printer.Take(bytes), Is.EqualTo(bytes.Length));

    private static string AllThatCameOf(byte[] bytes, IEnumerable<int> chunks)
    {
        var printer = new PaperPrinter(384) { PaperOutAfterRows = 40 };
        var answers = new List<byte>();
        printer.Answered += answers.AddRange;
        var from = 0;
        foreach (var chunk in chunks)
        {
            var length = Math.Min(chunk, bytes.Length - from);
            printer.Take(bytes.AsSpan(from, length));
            from += length;
        }

        printer.Take(bytes.AsSpan(from));
        var slips = printer.Slips.Append(printer.Unfinished).Select(slip => Convert.ToHexString(slip.ToGraymap(0)));
        return string.Join('\n', slips.Append(Convert.ToHexString([.. answers])).Append(printer.ToString()));
    }

    /// <summary>Whole commands, halves of commands and junk, and a way to split them.</summary>
    private static Gen<(byte[] Bytes, int[] Chunks)> Streams()
    {
        var whole = Gen.Elements(
            Slip(3),
            Diagonal(2),
            Feed(5),
            PaperInOrder,
            Status(1),
            Status(4),
            RecoverAndClear,
            Clear,
            "A\n"u8.ToArray(),
            [.. Header(1), .. Clear]
        );
        var half = from bytes in whole from length in Gen.Choose(0, bytes.Length) select bytes[..length];
        var junk = Gen.Choose(0, 255).Select(value => (byte)value).ListOf().Select(bytes => bytes.ToArray());
        return from parts in Gen.Frequency((6, whole), (2, half), (1, junk)).NonEmptyListOf()
            from chunks in Gen.Choose(1, 30).ListOf()
            select (parts.SelectMany(part => part).ToArray(), chunks.ToArray());
    }
}
