using Kiosk.Core.Programme;
using Kiosk.Core.Services;
using Kiosk.Core.Slips;
using Kiosk.Tests.Houses;
using Kiosk.Tests.Services;

namespace Kiosk.Tests.Slips;

/// <summary>The slip of every service and activity of the demo house in each of its languages, taken on Friday 20 November 2026.</summary>
internal static class DemoSlips
{
    public static readonly string[] Languages = ["fr", "nl", "en", "ar"];

    public static IEnumerable<object> Subjects => [.. DemoHouse.Whole.Services, .. DemoHouse.Whole.Activities];

    /// <param name="topicId">The topic that led to a service.</param>
    /// <param name="subject">A <see cref="Core.Services.Service"/> or an <see cref="Core.Programme.Activity"/>.</param>
    public static Slip Compose(object subject, string language, string at = "2026-11-20 10:01", string? topicId = null) =>
        subject is Service service
            ? SlipComposer.Compose(DemoHouse.Whole, service, topicId, DemoHouse.Speaking(language), Brussels.At(at))
            : SlipComposer.Compose(DemoHouse.Whole, (Activity)subject, topicId, DemoHouse.Speaking(language), Brussels.At(at));

    public static Service Service(string id) => DemoHouse.Whole.FindService(id)!;

    public static Activity Activity(string id) => DemoHouse.Whole.FindActivity(id)!;

    /// <summary>Every text of a slip, those in its QR left out.</summary>
    public static IEnumerable<string> Texts(Slip slip) =>
        slip.Sides.SelectMany(side => side.Lines.Select(line => line.Text.Text).Append(side.Heading.Text).Append(side.Organization.Text));

    /// <summary>The texts of a side's lines with that drawing, in order.</summary>
    public static string[] Lines(SlipSide side, string pictogram) =>
        [.. side.Lines.Where(line => line.Pictogram == pictogram).Select(line => line.Text.Text)];

    public static string IdOf(object subject) => subject is Service service ? service.Id : ((Activity)subject).Id;
}
