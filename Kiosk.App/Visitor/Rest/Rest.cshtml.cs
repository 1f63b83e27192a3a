using Kiosk.App.Pairing;
using Kiosk.App.Visitor.Pairing;
using Kiosk.App.Visitor.Programme;
using Kiosk.App.Visitor.Shell;
using Kiosk.Core.Languages;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Visitor.Rest;

/// <summary>The screen at rest: today, large, in turn in each of the house's languages.</summary>
public sealed class RestPage(PairedDevices devices) : VisitorPage
{
    /// <summary>Seconds that each language stays: long enough to read three lines slowly.</summary>
    public const int SecondsEach = 12;

    private const int MostEntries = 3;

    public override string Behaviour => "rest";

    public IReadOnlyList<DayEntry> Entries { get; private set; } = [];

    public string NextAddress { get; private set; } = "";

    public IActionResult OnGet([FromQuery(Name = "in")] string? asked)
    {
        if (devices.IsNew)
        {
            return Redirect(PairingPage.Path);
        }

        var languages = House.Profile.Languages;
        var turn =
            LanguageTag.TryParse(asked, out var language) && languages.Contains(language)
                ? languages.TakeWhile(l => l != language).Count()
                : 0;
        Speak(languages[turn]);
        NextAddress = "/rest?in=" + languages[(turn + 1) % languages.Count];
        Entries = HomePage.NowAndNext(this, MostEntries);
        return Page();
    }
}
