namespace Kiosk.Core.Printing;

/// <summary>How a slip is parted from the roll.</summary>
public enum Cut
{
    /// <summary>Feeds to the cutter and cuts but for one point; without a cutter it only feeds.</summary>
    FeedAndPartial,

    /// <summary>The same, right through.</summary>
    FeedAndFull,

    /// <summary>Cuts where the paper is, but for one point.</summary>
    PartialHere,

    /// <summary>The same, right through.</summary>
    FullHere,

    /// <summary>An older command that some clones know instead: right through.</summary>
    OldFull,

    /// <summary>An older command that some clones know instead: but for one point.</summary>
    OldPartial,

    /// <summary>No cutter: the visitor tears it off.</summary>
    Tear,
}

/// <summary>What differs between printers that speak ESC/POS; data in <c>assets/printers</c>.</summary>
/// <param name="Id">Its file's name: <c>generic</c>.</param>
/// <param name="PaperDots">Widths it can print.</param>
/// <param name="DotsPerInch">Along the paper.</param>
/// <param name="FeedUnitsPerInch">What one step of <c>ESC J</c> is.</param>
/// <param name="BandBytes">Largest command it can take, header included.</param>
/// <param name="PauseMilliseconds">Between two bands, for printers without flow control.</param>
/// <param name="FeedBeforeCutDots">From the head to the cutter or the tear bar, for cuts that do not feed by themselves.</param>
/// <param name="ClearsBuffer">It knows the command that empties its memory at once (<c>DLE DC4</c>, function 8).</param>
/// <param name="Source">Where the figures come from.</param>
public sealed record PrinterProfile(
    string Id,
    string Name,
    IReadOnlyList<int> PaperDots,
    int DotsPerInch,
    int FeedUnitsPerInch,
    int BandBytes,
    int PauseMilliseconds,
    Cut Cut,
    int FeedBeforeCutDots,
    bool ClearsBuffer,
    string Source
)
{
    /// <summary>The widest common denominator, where no file says more.</summary>
    public static readonly PrinterProfile Plain = new(
        "plain",
        "Any ESC/POS printer",
        [576, 512, 384],
        203,
        203,
        4096,
        0,
        Cut.FeedAndPartial,
        0,
        false,
        "As assets/printers/generic.json."
    );
}

public static class Cuts
{
    /// <summary>As a profile writes it: <c>feed-and-partial</c>.</summary>
    public static string Word(this Cut cut) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(cut.ToString());
}
