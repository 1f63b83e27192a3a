using Kiosk.Core.Languages;
using NUnit.Framework;

namespace Kiosk.Tests.Languages;

internal sealed class NearestNameTests
{
    private static readonly string[] Known = ["Data", "House", "IdleSeconds", "Printer", "PrinterProfile", "SwitchSeconds"];

    [TestCase("IdelSeconds", "IdleSeconds", TestName = "two letters exchanged")]
    [TestCase("Idleseconds", "IdleSeconds", TestName = "a small letter")]
    [TestCase("Dta", "Data", TestName = "a letter left out")]
    [TestCase("Housse", "House", TestName = "a letter too many")]
    [TestCase("Primter", "Printer", TestName = "one letter for another")]
    [TestCase("PrinterProfil", "PrinterProfile", TestName = "the nearest of two")]
    [TestCase("Prot", null, TestName = "too far from any")]
    [TestCase("", null, TestName = "nothing written")]
    [TestCase("电源", null, TestName = "another script")]
    public void The_name_that_was_meant_is_found_where_it_is_near(string written, string? meant) =>
        Assert.That(NearestName.Of(written, Known), Is.EqualTo(meant));
}
