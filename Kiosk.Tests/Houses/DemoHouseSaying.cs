using Kiosk.Core.Houses;
using Kiosk.Core.Languages;

namespace Kiosk.Tests.Houses;

/// <summary>The demo house with one text, good or bad, wherever a slip shows a text that somebody wrote.</summary>
internal static class DemoHouseSaying
{
    public static House Everywhere(string words)
    {
        var house = DemoHouse.Whole;
        var text = new LocalizedText([KeyValuePair.Create(LanguageTag.Parse("fr"), words)]);
        return new House(
            house.Profile with
            {
                Name = text,
            },
            [.. house.Organizations.Select(organization => organization with { Name = text })],
            [.. house.Locations.Select(location => location with { Address = location.Address with { Address1 = text, City = text } })],
            house.Topics,
            [
                .. house.Services.Select(s =>
                    s with
                    {
                        Name = text,
                        ApplicationProcess = text,
                        FeesDescription = text,
                        RequiredDocuments = [text, text],
                    }
                ),
            ],
            [.. house.Rooms.Select(room => room with { Name = text })],
            house.Presences,
            [.. house.Activities.Select(activity => activity with { Name = text, FeesDescription = text, Eligibility = text })],
            house.Notices
        );
    }
}
