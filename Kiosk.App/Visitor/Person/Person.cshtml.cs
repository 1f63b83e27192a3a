using Kiosk.App.Hosting;
using Kiosk.App.Live;
using Kiosk.App.Visitor.Shell;
using Kiosk.Core.Programme;
using Kiosk.Core.Services;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Visitor.Person;

[TakesPost]
public sealed class PersonPage(Bell bell) : VisitorPage
{
    /// <summary>What of the bell concerns the visitor; null where no tablet would hear it.</summary>
    public BellState? BellState => bell.IsHeard ? bell.State : null;

    public override string Behaviour => "live";

    /// <summary>The page itself tells it.</summary>
    public override bool TellsWhoIsComing => false;

    /// <summary>Who can be asked: those in the house now first. While the time is not known, nobody can say who that is.</summary>
    public IReadOnlyList<(Presence Presence, Opening? Opening)> People { get; private set; } = [];

    /// <summary>Taken for granted while the time is not known: the screen is on, so somebody opened the door.</summary>
    public bool SomebodyIsHere =>
        Now is null || People.Any(person => person.Opening is { } opening && OpeningWords.WelcomeOf(opening) == Welcome.Open);

    public bool IsComing => bell.State == Live.BellState.Answered;

    /// <summary>What to do now: one thing only.</summary>
    public string How =>
        bell.State switch
        {
            Live.BellState.Rings => "person.rung",
            Live.BellState.Answered => "person.coming",
            _ => SomebodyIsHere ? "person.how" : "person.nobody-now",
        };

    /// <summary>Rings on the tablets of the house.</summary>
    public IActionResult OnPost()
    {
        bell.Ring();
        return new RedirectResult(Visit.To(Visit.Path)) { PreserveMethod = false };
    }

    public void OnGet() =>
        People = [
            .. House
                .Presences.Select(presence => (presence, State?.Of(presence)))
                .OrderBy(pair => pair.Item2 is { } opening ? OpeningWords.WelcomeOf(opening) : default),
        ];
}
