using System.Text;
using Kiosk.Core.Pictograms;
using NUnit.Framework;

namespace Kiosk.Tests.Pictograms;

/// <summary>What stays of an uploaded PNG, and what is refused.</summary>
internal sealed class PngCleaningTests
{
    [TestCase("tEXt")]
    [TestCase("iTXt")]
    [TestCase("eXIf")]
    [TestCase("tIME")]
    [TestCase("acTL")]
    public void Nothing_personal_stays(string type)
    {
        var noted = Pngs.Real().With(Pngs.Chunk(type, Encoding.UTF8.GetBytes("Author\0Ann, Rue Haute 12")));
        var clean = UploadedDrawing.Read([.. noted, .. "Ann"u8]).Drawing!;
        Assert.That(Encoding.Latin1.GetString(clean.Bytes), Does.Not.Contain("Ann").And.Not.Contain(type));
        Assert.That(clean.Format, Is.EqualTo(DrawingFormat.Png));
    }

    [TestCase(1, 1)]
    [TestCase(7, 5)]
    [TestCase(2048, 2048)]
    public void Interlaced_or_not_it_is_taken(int width, int height)
    {
        Assert.That(UploadedDrawing.Read(Pngs.Made(width, height)).Fault, Is.Null);
        Assert.That(UploadedDrawing.Read(Pngs.Made(width, height, interlaced: true)).Fault, Is.Null);
    }

    /// <summary>Counted by hand from the figure of Adam7: columns and rows of each pass, one byte a dot and one a row.</summary>
    [Test]
    public void Seven_by_five_dots_interlaced_are_the_bytes_of_their_passes() =>
        Assert.That(new PngHeader(7, 5, 8, true).DotBytes, Is.EqualTo((1 * 2) + (1 * 2) + (1 * 3) + (2 * 3) + (1 * 5) + (3 * 4) + (2 * 8)));

    [Test]
    public void More_dots_than_anybody_sees_are_refused() =>
        Assert.That(
            (UploadedDrawing.Read(Pngs.Made(2049, 8)).Fault, UploadedDrawing.Read(Pngs.Made(8, 2049)).Fault),
            Is.EqualTo((DrawingFault.TooManyDots, DrawingFault.TooManyDots))
        );

    [Test]
    public void A_small_file_that_holds_a_flood_is_refused() =>
        Assert.That(UploadedDrawing.Read(Pngs.Made(8, 8, dotBytes: 100_000_000)).Fault, Is.EqualTo(DrawingFault.Broken));

    [Test]
    public void One_that_is_too_large_is_refused() =>
        Assert.That(
            UploadedDrawing.Read([.. Pngs.Made(8, 8), .. new byte[UploadedDrawing.MostPngBytes]]).Fault,
            Is.EqualTo(DrawingFault.TooLarge)
        );

    [Test]
    public void Cut_short_or_changed_anywhere_it_is_refused()
    {
        var whole = Pngs.Made(16, 16);
        var taken =
            from at in Enumerable.Range(8, whole.Length - 8)
            from file in new[] { whole[..at], Changed(whole, at) }
            where UploadedDrawing.Read(file).Fault != DrawingFault.Broken
            select at;
        Assert.That(taken, Is.Empty);
    }

    private static byte[] Changed(byte[] file, int at)
    {
        var changed = (byte[])file.Clone();
        changed[at] ^= 0x10;
        return changed;
    }
}
