using Kiosk.Core.Houses;
using Kiosk.Core.Languages;

namespace Kiosk.App.Staff.Comprehension;

/// <summary>A drawing that visitors meet, and what it is to say.</summary>
/// <param name="IsTopic">One of the house's topics; else it belongs to the screen itself.</param>
public sealed record CheckedDrawing(string Name, string Means, bool IsTopic);

/// <summary>The drawings that people are asked about: the house's topics, then what the screen has in every house.</summary>
/// <remarks>
/// Those of services and activities are left out: most are a topic's too, and a round has to end. Arrows mean nothing by themselves.
/// </remarks>
public static class CheckedDrawings
{
    /// <summary>With the phrase that stands beside it, or one of staff's where visitors read another one each time.</summary>
    private static readonly (string Drawing, string Phrase)[] Screens =
    [
        ("start-over", "bar.start-over"),
        ("languages", "bar.languages"),
        ("listen", "bar.listen"),
        ("larger", "bar.larger"),
        ("contrast", "bar.contrast"),
        ("calm", "bar.calm"),
        ("lower", "bar.lower"),
        ("person", "bar.person"),
        ("nothing-fits", "topic.nothing-fits"),
        ("leave", "leave-quickly"),
        ("today", "today.title"),
        ("touch", "rest.invite"),
        ("slip", "service.slip"),
        ("qr", "slip.on-phone"),
        ("quieter", "listen.softer"),
        ("louder", "listen.louder"),
        ("repeat", "listen.repeat"),
        ("stop", "listen.stop"),
        ("open", "open.now"),
        ("closed", "check.means.closed"),
        ("clock", "service.when"),
        ("place", "service.where"),
        ("phone", "check.means.phone"),
        ("who", "service.for-whom"),
        ("free", "service.free"),
        ("pay", "check.means.pay"),
        ("bring-papers", "service.bring"),
        ("walk-in", "service.walk-in"),
        ("appointment", "open.appointment"),
        ("anonymous", "service.anonymous-yes"),
        ("not-anonymous", "service.anonymous-no"),
        ("fresh", "check.means.fresh"),
        ("face-good", "check.means.face-good"),
        ("face-middle", "check.means.face-middle"),
        ("face-bad", "check.means.face-bad"),
    ];

    /// <summary>Each once. A drawing of several topics means any of them; a topic's word goes before the screen's.</summary>
    /// <param name="words">In the language of whoever asks.</param>
    public static IReadOnlyList<CheckedDrawing> Of(House house, Localizer words)
    {
        var topics = house
            .Topics.GroupBy(topic => topic.Pictogram, topic => words.In(topic.Name).Text)
            .Select(same => new CheckedDrawing(same.Key, string.Join(" · ", same.Distinct()), true))
            .ToList();
        return
        [
            .. topics,
            .. Screens
                .Where(screen => topics.TrueForAll(topic => topic.Name != screen.Drawing))
                .Select(screen => new CheckedDrawing(screen.Drawing, words.Translate(screen.Phrase).Text, false)),
        ];
    }
}
