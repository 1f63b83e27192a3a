using System.Collections.Immutable;
using Kiosk.Core.Houses;
using Kiosk.Core.Languages;
using Kiosk.Core.Topics;
using Kiosk.Tests.Houses;
using NUnit.Framework;

namespace Kiosk.Tests.Browser;

/// <summary>A page that is open follows the house as it changes.</summary>
public sealed class LiveTests : BrowserTest
{
    [Test]
    public async Task An_open_page_follows_the_house_without_being_loaded_again()
    {
        var screen = await Screen();
        await screen.Page.RunAndWaitForResponseAsync(
            () => screen.Open("/fr/"),
            response => response.Url.EndsWith("/live", StringComparison.Ordinal)
        );
        await screen.Page.EvaluateAsync("window.sameDocument = true");
        Kiosk.CurrentHouse.Replace(WithFirstTopicNamed(Kiosk.House, "Un toit"));
        await screen.Waits(".tile >> text='Un toit'");
        Assert.That(await screen.Page.EvaluateAsync<bool>("window.sameDocument === true"), Is.True);
        Assert.That(screen.Cells, Is.Empty);
    }

    /// <summary>Whoever reads it would else go where nobody is, or call a number that is none.</summary>
    [Test]
    public async Task A_slip_that_somebody_looks_at_follows_too()
    {
        var screen = await Screen();
        await screen.Page.RunAndWaitForResponseAsync(
            () => screen.Open("/fr/service/letter-help/slip"),
            response => response.Url.EndsWith("/live", StringComparison.Ordinal)
        );
        var service = Kiosk.House.Services.Select(known => known.Id).ToList().IndexOf("letter-help");
        Kiosk.CurrentHouse.Replace(DemoHouse.With($"services[{service}].phones", """[{ "number": "+32 2 555 99 98" }]""").House!);
        await screen.Waits("text='+32 2 555 99 98'");
        Assert.That(screen.Cells, Is.Empty, "what the page does by itself is no touch");
    }

    private static House WithFirstTopicNamed(House house, string name)
    {
        var named = house.Topics[0] with { Name = new LocalizedText([new(LanguageTag.Parse("fr"), name)]) };
        ImmutableArray<Topic> topics = [named, .. house.Topics.Skip(1)];
        return new House(
            house.Profile,
            house.Organizations,
            house.Locations,
            topics,
            house.Services,
            house.Rooms,
            house.Presences,
            house.Activities,
            house.Notices
        );
    }
}
