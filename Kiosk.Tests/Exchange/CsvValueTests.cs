using FsCheck;
using FsCheck.Fluent;
using Kiosk.Core.Exchange;
using NUnit.Framework;

namespace Kiosk.Tests.Exchange;

internal sealed class CsvValueTests
{
    private static readonly Arbitrary<string> AnyValue = Gen.Elements('\'', '"', '=', '+', '-', '@', '\t', 'a', '1', ' ')
        .ArrayOf()
        .Select(letters => new string(letters))
        .ToArbitrary();

    [Test]
    public void What_is_written_is_read_again() =>
        Prop.ForAll(AnyValue, value => CsvValue.Read(CsvValue.Written(value)) == value).QuickCheckThrowOnFailure();

    [TestCase("=HYPERLINK(\"http://evil.example\")")]
    [TestCase("@SUM(A1)")]
    [TestCase("+cmd|' /C calc'!A0")]
    [TestCase("-2+3+cmd|' /C calc'!A0")]
    [TestCase("\t=1")]
    public void A_formula_becomes_a_text(string value) => Assert.That(CsvValue.Written(value), Does.StartWith("'"));

    [TestCase("+32 2 555 01 02")]
    [TestCase("-1FR")]
    [TestCase("Un repas")]
    public void What_other_programs_need_as_it_is_stays_so(string value) => Assert.That(CsvValue.Written(value), Is.EqualTo(value));

    [Test]
    public void A_value_that_was_quoted_twice_loses_one_pair() => Assert.That(CsvValue.Read("\"Food bank\""), Is.EqualTo("Food bank"));
}
