using Kiosk.Core.Programme;
using Kiosk.Core.Services;

namespace Kiosk.App.Visitor;

public sealed class PersonPage : VisitorPage
{
    public override string Behaviour => "live";

    /// <summary>Who can be asked: those in the house now first.</summary>
    public IReadOnlyList<(Presence Presence, Opening Opening)> People { get; private set; } = [];

    public bool SomebodyIsHere => People.Any(person => OpeningWords.WelcomeOf(person.Opening) == Welcome.Open);

    public void OnGet() => People =
    [
        .. House.Presences
            .Select(presence => (presence, presence.At(Now, House.Profile.Closures)))
            .OrderBy(pair => OpeningWords.WelcomeOf(pair.Item2)),
    ];
}
