using Kiosk.Core.PictogramComprehension;

namespace Kiosk.App.Staff.Comprehension;

/// <summary>How each way of understanding is called in forms and phrases, and drawn.</summary>
public static class Answers
{
    public static readonly IReadOnlyList<Understanding> All = Enum.GetValues<Understanding>();

    /// <summary>The phrase is <c>check.answer.NAME</c>.</summary>
    public static string Name(Understanding understanding) =>
        understanding switch
        {
            Understanding.Right => "right",
            Understanding.Nearly => "nearly",
            Understanding.Other => "else",
            Understanding.Opposite => "opposite",
            Understanding.Unknown => "unknown",
        };

    public static string Pictogram(Understanding understanding) =>
        understanding switch
        {
            Understanding.Right => "face-good",
            Understanding.Nearly => "face-middle",
            Understanding.Other => "talk",
            Understanding.Opposite => "contrast",
            Understanding.Unknown => "nothing-fits",
        };

    /// <summary>The phrase is <c>check.verdict.NAME</c>.</summary>
    public static string Name(Verdict verdict) =>
        verdict switch
        {
            Verdict.TooFew => "few",
            Verdict.Fails => "fails",
            Verdict.Passes => "passes",
        };

    public static string Pictogram(Verdict verdict) =>
        verdict switch
        {
            Verdict.TooFew => "more",
            Verdict.Fails => "stop",
            Verdict.Passes => "face-good",
        };

    public static bool TryRead(string name, out Understanding understanding)
    {
        understanding = All.FirstOrDefault(known => Name(known) == name);
        return Name(understanding) == name;
    }
}
