using Kiosk.Core.Languages;

namespace Kiosk.Core.Slips;

/// <summary>What a visitor takes along: one service or activity, said in the visitor's language and in the house's.</summary>
/// <remarks>
/// It holds no number, no clock time and no name: who takes the same slip before the next opening ends holds the same slip.
/// </remarks>
/// <param name="Sides">
/// The visitor's language first; one side only when both are the same. What reads the same in both is on the first alone.
/// </param>
/// <param name="QrText">What the QR holds.</param>
/// <param name="Scan">Says what the QR is for, in the visitor's language.</param>
/// <param name="Demo">The house is invented, and the slip says so; else null.</param>
public sealed record Slip(string Pictogram, IReadOnlyList<SlipSide> Sides, string QrText, Wording Scan, Wording? Demo);

/// <summary>The slip in one language.</summary>
/// <param name="Heading">The name of the service or activity; neutral words for a sensitive topic, and where the name is empty.</param>
/// <param name="Organization">Whom it is with; empty where nothing of the name can be read.</param>
public sealed record SlipSide(LanguageTag Language, Wording Heading, Wording Organization, IReadOnlyList<SlipLine> Lines)
{
    /// <summary>
    /// This side below another one: an address and a phone number that are the same in both languages stand once, because paper is short.
    /// </summary>
    public SlipSide Without(SlipSide above) =>
        this with
        {
            Lines = [.. Lines.Where(line => !(line.LeftToRight && above.Lines.Any(other => other.Text.Text == line.Text.Text)))],
        };
}

/// <summary>One fact of a slip.</summary>
/// <param name="LeftToRight">Phone numbers and addresses keep their order in every script.</param>
public sealed record SlipLine(string Pictogram, Wording Text, bool LeftToRight = false);
