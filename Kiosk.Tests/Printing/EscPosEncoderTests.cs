using FsCheck;
using FsCheck.Fluent;
using Kiosk.Core.Printing;
using Kiosk.Core.Printing.Drawing;
using NUnit.Framework;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Kiosk.Tests.Printing;

internal sealed class EscPosEncoderTests
{
    private static PrinterProfile Generic { get; } = Profiles.All.Find("generic")!;

    /// <summary>Bytes by the Epson TM-T81 specification: GS v 0 m xL xH yL yH, then x times y bytes.</summary>
    [Test]
    public void A_slip_is_begun_drawn_cut_and_forgotten()
    {
        byte[] dots = [.. new byte[48], .. Enumerable.Repeat((byte)0xFF, 48)];
        byte[] expected = [0x1B, 0x40, 0x1D, 0x76, 0x30, 0x00, 0x30, 0x00, 0x02, 0x00, .. dots, 0x1D, 0x56, 0x42, 0x00, 0x1B, 0x40];
        Assert.That(Encode(new PaperImage(384, dots)).SelectMany(command => command), Is.EqualTo(expected));
    }

    [TestCase(384, 85)]
    [TestCase(512, 63)]
    [TestCase(576, 56)]
    public void A_band_is_as_high_as_four_kilobytes_hold(int width, int rows)
    {
        var bands = Encode(Black(width, 200)).Where(IsRaster).ToArray();
        Assert.That(bands.Select(band => band.Length), Is.All.LessThanOrEqualTo(4096));
        Assert.That(bands.Select(band => band[6] + (band[7] << 8)), Is.EqualTo(Enumerable.Repeat(rows, 200 / rows).Append(200 % rows)));
    }

    [Test]
    public void A_white_band_is_fed_and_not_drawn()
    {
        var slip = new PaperImage(576, [.. new byte[72 * 56], .. Enumerable.Repeat((byte)1, 72 * 56)]);
        Assert.That(Encode(slip).Skip(1).First(), Is.EqualTo(new byte[] { 0x1B, 0x4A, 56 }));
        Assert.That(Encode(slip).Count(IsRaster), Is.EqualTo(1));
    }

    /// <summary>Epson TM-T88 Information Manual: a step of ESC J is 1/360 inch, a dot 1/180.</summary>
    [Test]
    public void A_printer_whose_feed_counts_half_dots_is_told_twice_as_many()
    {
        var encoder = new EscPosEncoder(Profiles.All.Find("epson-tm-t88")!);
        var feeds = encoder.Encode(new PaperImage(512, new byte[64 * 63])).Where(command => command is [0x1B, 0x4A, ..]);
        Assert.That(feeds.Select(feed => (int)feed[2]), Is.EqualTo([126]));
    }

    /// <summary>
    /// Commands as the manuals write them: Epson TM-T85 and TM-L60II specifications; ESC i and ESC m by PyramidTechnologies/escpos.
    /// </summary>
    [TestCase(Cut.FeedAndPartial, "1D 56 42 00")]
    [TestCase(Cut.FeedAndFull, "1D 56 41 00")]
    [TestCase(Cut.PartialHere, "1B 4A 78 1D 56 01")]
    [TestCase(Cut.FullHere, "1B 4A 78 1D 56 00")]
    [TestCase(Cut.OldFull, "1B 4A 78 1B 69")]
    [TestCase(Cut.OldPartial, "1B 4A 78 1B 6D")]
    [TestCase(Cut.Tear, "1B 4A 78")]
    public void A_cut_is_fed_to_where_it_needs_it(Cut cut, string bytes)
    {
        var encoder = new EscPosEncoder(Generic with { FeedBeforeCutDots = 120 });
        Assert.That(
            Convert.ToHexString([.. encoder.Part(cut).SelectMany(command => command)]),
            Is.EqualTo(bytes.Replace(" ", "", StringComparison.Ordinal))
        );
    }

    [Property(MaxTest = 300)]
    public Property No_drawing_holds_a_command_that_a_printer_obeys_at_once() =>
        Prop.ForAll(
            AnyDots(),
            dots =>
                Encode(new PaperImage(384, dots))
                    .Where(IsRaster)
                    .All(band =>
                        Enumerable.Range(8, band.Length - 9).All(i => band[i] != 0x10 || band[i + 1] is not (0x04 or 0x05 or 0x14))
                    )
        );

    [Property(MaxTest = 300)]
    public Property Every_black_dot_is_sent_and_at_most_one_more_in_eight() =>
        Prop.ForAll(
            AnyDots(),
            dots =>
            {
                var sent = Encode(new PaperImage(384, dots)).Where(IsRaster).SelectMany(band => band[8..]).ToArray();
                return sent.Length == 0
                    ? dots.All(b => b == 0)
                    : dots.Zip(sent).All(pair => pair.Second == pair.First || pair.Second == (pair.First | 0x08));
            }
        );

    /// <summary>One band of bytes in which the beginnings of commands are frequent.</summary>
    private static Arbitrary<byte[]> AnyDots() =>
        Gen.Elements<byte>(0x10, 0x04, 0x05, 0x14, 0x00, 0xFF, 0x1D).ArrayOf(48 * 20).ToArbitrary();

    private static PaperImage Black(int width, int height) => new(width, [.. Enumerable.Repeat((byte)0xFF, width / 8 * height)]);

    private static IEnumerable<byte[]> Encode(PaperImage slip) => new EscPosEncoder(Generic).Encode(slip);

    private static bool IsRaster(byte[] command) => command is [0x1D, 0x76, ..];
}
