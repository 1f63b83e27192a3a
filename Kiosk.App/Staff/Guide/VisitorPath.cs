using Kiosk.Core.Houses;
using Kiosk.Core.Houses.Editing;

namespace Kiosk.App.Staff.Guide;

/// <summary>Where visitors come upon an entry: the part of the address after the language.</summary>
internal static class VisitorPath
{
    public static string Of(EntryKey key, House house) =>
        key.List switch
        {
            "services" => "service/" + key.Id,
            "activities" => "activity/" + key.Id,
            "topics" => house.FindTopic(key.Id) is { ParentId: { } parent } topic
            && !house.TopicsUnder(topic).Any()
            && !house.ServicesOn(topic).Any()
            && !house.ActivitiesOn(topic).Any()
                ? "topic/" + parent
                : "topic/" + key.Id,
            "presences" => "person",
            "organizations" => ServiceOr(house, service => service.OrganizationId == key.Id),
            "locations" => ServiceOr(house, service => service.LocationId == key.Id),
            "rooms" => house.Activities.FirstOrDefault(activity => activity.RoomId == key.Id) is { } activity
                ? "activity/" + activity.Id
                : "today",
            _ => "",
        };

    private static string ServiceOr(House house, Func<Kiosk.Core.Services.Service, bool> isIt) =>
        house.Services.FirstOrDefault(isIt) is { } service ? "service/" + service.Id : "";
}
