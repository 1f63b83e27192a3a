using System.Reflection;
using Kiosk.Core.Counting;
using NUnit.Framework;

namespace Kiosk.Tests.Counting;

/// <summary>The rounding of HESA, line by line.</summary>
public sealed class FigureTests
{
    [TestCase(0, 0)]
    [TestCase(1, 0)]
    [TestCase(2, 0)]
    [TestCase(3, 5)]
    [TestCase(7, 5)]
    [TestCase(8, 10)]
    [TestCase(12, 10)]
    [TestCase(13, 15)]
    [TestCase(4_294_967_295, 4_294_967_295)]
    public void Taps_are_rounded_to_the_nearest_five(long taps, long told) => Assert.That(Figure.Of(taps).Value, Is.EqualTo(told));

    [TestCase(5, 22, null)]
    [TestCase(5, 23, 20)]
    [TestCase(0, 100, 0)]
    [TestCase(50, 100, 50)]
    [TestCase(104, 100, 100)]
    public void A_share_of_too_few_is_not_told(long part, long whole, int? share) =>
        Assert.That(Figure.Of(part).ShareOf(Figure.Of(whole)), Is.EqualTo(share));

    [Test]
    public void A_share_is_coarser_by_sixteen_hundredths_at_most()
    {
        var coarser =
            from whole in Enumerable.Range(23, 500)
            from part in Enumerable.Range(0, whole + 1)
            select Math.Abs(Figure.Of(part).ShareOf(Figure.Of(whole))!.Value - (100.0 * part / whole));
        Assert.That(coarser.Max(), Is.GreaterThan(15).And.LessThanOrEqualTo(16));
    }

    [Test]
    public void Sums_are_rounded_after_summing() =>
        Assert.That((new RawTaps(2) + new RawTaps(2) + new RawTaps(2)).Rounded, Is.EqualTo(Figure.Of(6)));

    [Test]
    public void What_is_written_of_a_raw_sum_is_rounded() => Assert.That($"{new RawTaps(13)}", Is.EqualTo("15"));

    [Test]
    public void Nothing_outside_of_the_core_can_read_a_raw_sum()
    {
        var readable = typeof(RawTaps)
            .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(member => member.Name)
            .Where(name => !name.StartsWith("get_", StringComparison.Ordinal));
        Assert.That(readable, Is.EquivalentTo(new[] { nameof(RawTaps.Rounded), nameof(ToString), "op_Addition" }));
    }

    [TestCase(7)]
    [TestCase(-5)]
    public void What_was_never_rounded_was_never_published(long value) =>
        Assert.That(() => Figure.Published(value), Throws.ArgumentException);
}
