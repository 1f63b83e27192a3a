namespace Kiosk.Tests.Support;

/// <summary>What the mechanism does once enough bytes have come.</summary>
internal abstract record PrintAction
{
    /// <summary>Understood, and without effect on paper.</summary>
    public static readonly PrintAction Nothing = new NoAction();

    /// <summary>The command is not whole yet.</summary>
    public static readonly PrintAction Unfinished = new NoAction();

    /// <summary>No command of this printer: its bytes are printed as if they were text.</summary>
    public static readonly PrintAction Garbage = new NoAction();

    /// <summary>Status in the order of the data (GS r 1).</summary>
    public static readonly PrintAction TellPaper = new NoAction();

    /// <summary>One row of a raster, printed once or, in the modes of double height, twice.</summary>
    public sealed record PrintRow(byte[] Dots, int Times) : PrintAction;

    /// <param name="Units">Of the vertical motion unit.</param>
    public sealed record Feed(int Units) : PrintAction;

    public sealed record FeedLines(int Lines) : PrintAction;

    public sealed record FeedAndCut(int Units) : PrintAction;

    /// <summary>The header of a raster: its data follow.</summary>
    public sealed record BeginBand(RasterBand Band) : PrintAction;

    private sealed record NoAction : PrintAction
    {
        // Two of them are never the same: only one is Unfinished.
        public bool Equals(NoAction? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
