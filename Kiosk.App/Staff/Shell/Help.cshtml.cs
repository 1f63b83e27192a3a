using Kiosk.App.Houses;
using Kiosk.Core.Languages;

namespace Kiosk.App.Staff.Shell;

/// <summary>
/// One page for whoever is new: enough to run the day without asking. On paper it is one A4; <c>docs/staff.md</c> has the same words.
/// </summary>
public sealed class HelpPage : StaffPage
{
    /// <summary>
    /// In the order they are read; the words are <c>help.NAME</c> and <c>help.NAME-how</c>, the picture <c>help/LANGUAGE/NAME.png</c>.
    /// </summary>
    public static readonly IReadOnlyList<string> Steps = ["day", "undo", "extra", "notice", "bell", "trouble"];

    public override string Place => "help";

    public void OnGet(string? @in)
    {
        if (LanguageTag.TryParse(@in, out var asked) && StaffPhrases.Languages.Contains(asked))
        {
            Speak(asked);
        }
    }
}
