using Kiosk.Core.Services;
using Kiosk.Core.Slips;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Services;
using NUnit.Framework;

namespace Kiosk.Tests.Slips;

/// <summary>The slip of every service of the demo house in each of its languages, taken on Friday 20 November 2026.</summary>
internal static class DemoSlips
{
    public static readonly string[] Languages = ["fr", "nl", "en", "ar"];

    public static IEnumerable<TestCaseData> Each =>
        from service in DemoHouse.Whole.Services
        from language in Languages
        select new TestCaseData(service, language).SetArgDisplayNames(service.Id, language);

    public static IEnumerable<TestFixtureData> EachFixture => Each.Select(c => new TestFixtureData(c.Arguments));

    public static Slip Compose(Service service, string language, string at = "2026-11-20 10:01") =>
        SlipComposer.Compose(DemoHouse.Whole, service, DemoHouse.Speaking(language), Brussels.At(at));

    public static Service Service(string id) => DemoHouse.Whole.FindService(id)!;

    public static IEnumerable<string> Texts(Slip slip) =>
        slip.Sides.SelectMany(side => side.Lines.Select(line => line.Text.Text).Append(side.Heading.Text).Append(side.Organization.Text));
}
