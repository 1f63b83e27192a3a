using Kiosk.Core.Programme;
using Kiosk.Core.Schema;
using Kiosk.Core.Services;
using Kiosk.Core.Topics;

namespace Kiosk.Core.Houses;

/// <summary>A house file before its ids are known to resolve.</summary>
[Entry("", "Everything a house knows, in one file; explained in docs/house-file.md.")]
internal sealed record HouseParts(
    [Field("The format of this file.", Least = 1, Most = 1)] int Format,
    [Field] HouseProfile House,
    [Field("Partners.")] IReadOnlyList<Organization> Organizations,
    [Field("Places.")] IReadOnlyList<Location> Locations,
    [Field("Tiles, in the order of the home screen.")] IReadOnlyList<Topic> Topics,
    [Field("Where a visitor may be sent.")] IReadOnlyList<Service> Services,
    [Field("Rooms of the house.")] IReadOnlyList<Room> Rooms,
    [Field("Who can be asked.")] IReadOnlyList<Presence> Presences,
    [Field("The programme.")] IReadOnlyList<Activity> Activities,
    [Field("What stands across the screen for a while.")] IReadOnlyList<Notice> Notices
)
{
    public House Assemble() =>
        new(
            House,
            [.. Organizations],
            [.. Locations],
            [.. Topics],
            [.. Services],
            [.. Rooms],
            [.. Presences],
            [.. Activities],
            [.. Notices]
        );
}
