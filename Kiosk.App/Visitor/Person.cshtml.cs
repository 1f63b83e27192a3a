using Kiosk.App.Shared;
using Kiosk.Core.Programme;
using Kiosk.Core.Services;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Visitor;

[TakesPost]
public sealed class PersonPage(Bell bell) : VisitorPage
{
    /// <summary>What of the bell concerns the visitor; null where no tablet would hear it.</summary>
    public BellState? BellState => bell.IsHeard ? bell.State : null;

    public override string Behaviour => "live";

    /// <summary>Who can be asked: those in the house now first.</summary>
    public IReadOnlyList<(Presence Presence, Opening Opening)> People { get; private set; } = [];

    public bool SomebodyIsHere => People.Any(person => OpeningWords.WelcomeOf(person.Opening) == Welcome.Open);

    /// <summary>Rings on the tablets of the house.</summary>
    public IActionResult OnPost()
    {
        bell.Ring();
        return new RedirectResult(Visit.To(Visit.Path)) { PreserveMethod = false };
    }

    public void OnGet() => People =
    [
        .. House.Presences
            .Select(presence => (presence, presence.At(Now, House.Profile.Closures)))
            .OrderBy(pair => OpeningWords.WelcomeOf(pair.Item2)),
    ];
}
