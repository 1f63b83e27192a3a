using Kiosk.Core.Storage;

namespace Kiosk.App.Monitoring.Checks;

/// <summary>What happened to the three databases that the kiosk did not do itself, in sentences.</summary>
public sealed class DataFiles(HouseDatabase house, TallyDatabase tallies, StaffDatabase staff)
{
    /// <summary>When they were opened: a damaged file was replaced by its copy.</summary>
    public IReadOnlyList<string> Notices =>
        [.. new[] { house.OpeningNotice, tallies.OpeningNotice, staff.OpeningNotice }.OfType<OpeningNotice>().Select(n => n.ToString())];

    /// <summary>What somebody else did to them since. It stays until the kiosk is started anew.</summary>
    public IReadOnlyList<string> ForeignChanges =>
        [
            .. new[]
            {
                (File: "house.db", Change: house.ForeignChange),
                (File: "tally.db", Change: tallies.ForeignChange),
                (File: "staff.db", Change: staff.ForeignChange),
            }
                .Where(seen => seen.Change is not null)
                .Select(seen => $"{seen.File} was {Word(seen.Change!.Value)} while the kiosk was running: restart the kiosk."),
        ];

    private static string Word(ForeignChange change) =>
        change switch
        {
            ForeignChange.Removed => "removed",
            ForeignChange.Replaced => "replaced by another file",
            ForeignChange.Written => "changed by another program",
        };
}
