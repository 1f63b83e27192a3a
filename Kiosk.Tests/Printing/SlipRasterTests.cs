using Kiosk.App.Printing;
using Kiosk.Core.Languages;
using Kiosk.Core.Printing;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Printing;

/// <summary>The slip as the printer gives it, against pictures that were looked at.</summary>
[Platform("Linux"), FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class SlipRasterTests
{
    private static SlipRaster Raster { get; } = SlipPrinting.NewRaster();

    public static IEnumerable<TestCaseData> EachPair =>
        from pair in ApprovedSlips.Pairs
        from width in (int[])[576, 384]
        select new TestCaseData(pair, width).SetArgDisplayNames(pair, $"{width}");

    [TestCaseSource(nameof(EachPair))]
    public void It_looks_as_approved(string pair, int widthDots) =>
        ApprovedPicture.AssertLike(Raster.Draw(ApprovedSlips.Of(pair), widthDots), $"slip-{pair}-{widthDots}");

    [TestCaseSource(nameof(EachPair))]
    public void The_same_slip_is_the_same_bytes(string pair, int widthDots)
    {
        var (first, second) = (Raster.Draw(ApprovedSlips.Of(pair), widthDots), Raster.Draw(ApprovedSlips.Of(pair), widthDots));
        Assert.That(second.Rows(0, second.HeightDots).SequenceEqual(first.Rows(0, first.HeightDots)), Is.True);
    }

    /// <summary>What issue and design ask: body 24, drawing 96, modules of 5 on 384 and of 6 on 576.</summary>
    [TestCase(576, 6)]
    [TestCase(512, 6)]
    [TestCase(384, 5)]
    public void Nothing_on_it_is_smaller_than_eyes_and_telephones_need(int widthDots, int module)
    {
        var sizes = SlipSizes.For(widthDots);
        Assert.That(new[] { sizes.Body, sizes.Small }, Is.All.GreaterThanOrEqualTo(24));
        Assert.That(sizes.Picture, Is.GreaterThanOrEqualTo(96));
        Assert.That(sizes.Module, Is.GreaterThanOrEqualTo(module));
        Assert.That(65 * sizes.Module, Is.LessThanOrEqualTo(widthDots), "a version 10 code with its quiet zone fits");
    }

    /// <summary>
    /// Paper costs, and a long strip is folded and lost. The aim is 15 cm, which one language keeps; two, with a price, papers to bring and
    /// the square, took 26 cm before short facts stood beside each other and what reads the same in both stood once.
    /// </summary>
    [TestCaseSource(typeof(ApprovedSlips), nameof(ApprovedSlips.Pairs))]
    public void It_is_short(string pair) =>
        Assert.That(Raster.Draw(ApprovedSlips.Of(pair), 576).HeightDots * 25.4 / 203, Is.LessThanOrEqualTo(180), "mm, at 203 dots an inch");

    [Test]
    public void A_letter_without_a_font_is_found_out() =>
        Assert.That(
            (
                Raster.MissingLetters("\U0010FFFD", LanguageTag.Parse("fr")),
                Raster.MissingLetters("Ça va, ትግርኛ, العربية?", LanguageTag.Parse("fr"))
            ),
            Is.EqualTo((1, 0))
        );
}
