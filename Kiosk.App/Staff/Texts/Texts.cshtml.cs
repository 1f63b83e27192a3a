using Kiosk.App.Staff.Guide;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Editing;
using Kiosk.Core.Languages;

namespace Kiosk.App.Staff.Texts;

/// <summary>A language and how far its texts are.</summary>
/// <param name="PercentThere">How much of the program's phrases are there in it.</param>
public sealed record LanguageState(LanguageTag Language, TextCounts Counts, int PercentThere);

/// <summary>
/// The languages of the house, and those it could add: how many texts there are, how many a person has read, how many are missing.
/// </summary>
public sealed class TextsPage(HouseEditor editor, CurrentPhrases phrases) : StaffPage
{
    public override string Place => "guide";

    public IReadOnlyList<LanguageState> OfHouse { get; private set; } = [];

    public IReadOnlyList<LanguageState> ToAdd { get; private set; } = [];

    public void OnGet()
    {
        var list = new TextList(phrases, new Guidebook(editor, Words, House.Profile.Languages), House.Profile);
        LanguageState State(LanguageTag language) =>
            new(language, TextCounts.Of(list.In(language)), phrases.Current.PercentThere(language));
        OfHouse = [.. House.Profile.Languages.Select(State)];
        ToAdd = [.. phrases.Shipped.Languages.Except(House.Profile.Languages).Select(State)];
    }
}
