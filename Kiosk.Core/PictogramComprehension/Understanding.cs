namespace Kiosk.Core.PictogramComprehension;

/// <summary>How somebody who was shown a drawing without its word understood it.</summary>
/// <remarks>
/// The response categories of ISO 9186 (correct in three degrees, opposite, wrong, "don't know"; as told by C. Brugger, "Public information
/// symbols:
/// a comparison of ISO testing procedures", 1999), with the two lesser degrees of correct as one.
/// </remarks>
public enum Understanding
{
    Right,

    /// <summary>The right corner, not the meaning itself. It does not count as right.</summary>
    Nearly,

    /// <summary>Another meaning altogether.</summary>
    Other,

    /// <summary>The opposite of what is meant: worse than another meaning, because it leads astray.</summary>
    Opposite,

    /// <summary>Does not know, or says nothing.</summary>
    Unknown,
}
