using Kiosk.Core.Programme;
using Kiosk.Core.Services;
using Kiosk.Core.Slips;
using Kiosk.Tests.Houses;
using NUnit.Framework;
using NUnit.Framework.Constraints;

namespace Kiosk.Tests.Slips;

/// <summary>
/// What holds for the slip of every service and activity of the demo house, in one language. A failure names each slip it is about.
/// </summary>
[TestFixtureSource(typeof(DemoSlips), nameof(DemoSlips.Languages))]
internal sealed class EachDemoSlipTests(string language)
{
    private static readonly string[] WordsOfTheMoment = ["day.today", "day.tomorrow", "home.now", "today.now", "today.next"];

    private readonly (string Id, object Subject, Slip Slip)[] _slips =
    [
        .. DemoSlips.Subjects.Select(subject => (DemoSlips.IdOf(subject), subject, DemoSlips.Compose(subject, language))),
    ];

    [Test]
    public void It_has_the_visitors_side_and_the_houses() =>
        Each((_, slip) => slip.Sides.Select(side => side.Language.Value), Is.EqualTo(new[] { language, "fr" }.Distinct()));

    /// <summary>Once, where both languages write it the same.</summary>
    [Test]
    public void Each_language_has_the_address() =>
        Each(
            (subject, slip) =>
                slip
                    .Sides.SelectMany(side => DemoSlips.Lines(side, "place"))
                    .Where(line => line.Contains(PostalCode(subject), StringComparison.Ordinal))
                    .ToList(),
            Is.Unique.And.Count.InRange(1, 2)
        );

    [Test]
    public void The_phone_number_stands_once_in_the_visitors_half() =>
        Each(
            (subject, slip) =>
                DemoSlips.Lines(slip.Sides[0], "phone").SequenceEqual([Phone(subject)])
                && slip.Sides.Skip(1).All(side => DemoSlips.Lines(side, "phone").Length == 0),
            Is.True
        );

    [Test]
    public void Addresses_and_phone_numbers_keep_their_order() =>
        Each(
            (subject, slip) =>
                slip
                    .Sides.SelectMany(side => side.Lines)
                    .Where(line =>
                        line.Text.Text == Phone(subject) || line.Text.Text.Contains(PostalCode(subject), StringComparison.Ordinal)
                    )
                    .Select(line => line.LeftToRight),
            Is.All.True
        );

    [Test]
    public void Each_side_says_the_cost_once() =>
        Each(
            (subject, slip) =>
                slip.Sides.Select(side =>
                    DemoSlips.Lines(side, subject is Service { CostFree: true } or Activity { CostFree: true } ? "free" : "pay")
                ),
            Has.All.Length.EqualTo(1)
        );

    [Test]
    public void It_says_nothing_that_is_true_today_only() => Each((_, slip) => slip.Sides.SelectMany(OfTheMoment), Is.Empty);

    [Test]
    public void A_minute_later_it_is_the_same_slip() =>
        Each((subject, slip) => Same(DemoSlips.Compose(subject, language, "2026-11-20 10:02"), slip), Is.True);

    [Test]
    public void Nothing_of_it_had_to_be_shortened() => Each((_, slip) => DemoSlips.Texts(slip), Has.None.Contains("…"));

    [Test]
    public void Every_drawing_on_it_is_there() =>
        Each(
            (_, slip) => slip.Sides.SelectMany(side => side.Lines.Select(line => line.Pictogram)).Append(slip.Pictogram).Distinct(),
            Is.SubsetOf(DemoHouse.Pictograms)
        );

    [Test]
    public void Every_text_on_it_is_in_the_language_of_its_side() =>
        Each(
            (_, slip) =>
                slip.Sides.Select(side =>
                    side.Heading.Language == side.Language && side.Lines.All(line => line.Text.Language == side.Language)
                ),
            Is.All.True
        );

    [Test]
    public void Each_side_of_a_services_slip_says_each_paper_to_bring_and_how_fresh_it_is() =>
        EachOf<Service>(
            (service, side) =>
                DemoSlips.Lines(side, "bring-papers").Length
                    == (Discretion.IsNeeded(DemoHouse.Whole, service) ? 0 : service.RequiredDocuments.Count)
                && DemoSlips.Lines(side, "fresh").Length == 1
        );

    [Test]
    public void Each_side_of_an_activitys_slip_says_the_room_for_whom_it_is_and_that_nothing_is_owed() =>
        EachOf<Activity>(
            (activity, side) =>
            {
                var words = DemoHouse.Speaking(side.Language.Value);
                string[] whom = activity.Eligibility is { } eligibility ? [words.In(eligibility).Text] : [];
                var room = DemoHouse.Whole.Room(activity.RoomId);
                return DemoSlips.Lines(side, room.Pictogram).SequenceEqual([words.In(room.Name).Text])
                    && DemoSlips.Lines(side, "who").SequenceEqual(whom)
                    && DemoSlips.Lines(side, "walk-in").SequenceEqual([words.Translate("activity.no-obligation").Text]);
            }
        );

    [Test]
    public void Each_side_of_an_activitys_slip_says_one_to_three_times_with_their_dates() =>
        EachOf<Activity>(
            (_, side) => DemoSlips.Lines(side, "today") is { Length: >= 1 and <= 3 } times && times.All(time => time.Any(char.IsAsciiDigit))
        );

    /// <summary>Asserts the same of every slip.</summary>
    private void Each<T>(Func<object, Slip, T> what, IResolveConstraint constraint)
    {
        var resolved = constraint.Resolve();
        using var all = Assert.EnterMultipleScope();
        foreach (var (id, subject, slip) in _slips)
        {
            Assert.That(what(subject, slip), resolved, id);
        }
    }

    /// <summary>Asserts the same of every side of the slips of services, or of activities.</summary>
    private void EachOf<T>(Func<T, SlipSide, bool> holds) =>
        Each((subject, slip) => subject is not T one || slip.Sides.All(side => holds(one, side)), Is.True);

    private static string PostalCode(object subject) =>
        DemoHouse.Whole.Location(subject is Service service ? service.LocationId : DemoHouse.Whole.Profile.LocationId).Address.PostalCode;

    private static string Phone(object subject) => (subject is Service service ? service.Phones : DemoHouse.Whole.Profile.Phones)[0].Number;

    /// <summary>The facts of a side that hold for a day, or for now.</summary>
    private static IEnumerable<string> OfTheMoment(SlipSide side)
    {
        var words = DemoHouse.Speaking(side.Language.Value);
        var ofTheMoment = WordsOfTheMoment.Select(key => words.Translate(key).Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var wholeDay = words.Translate("today.whole-day").Text; // in Arabic it holds the word for today, and is true on any day
        return DemoSlips
            .Lines(side, "today")
            .Concat(DemoSlips.Lines(side, "clock"))
            .Select(fact => fact.Replace(wholeDay, "", StringComparison.Ordinal))
            .Where(fact => fact.Split(' ').Any(ofTheMoment.Contains));
    }

    /// <summary>Records compare their lists by reference: here they are compared entry by entry.</summary>
    private static bool Same(Slip one, Slip other) =>
        one with { Sides = [] } == other with { Sides = [] }
        && one.Sides.Select(side => side with { Lines = [] }).SequenceEqual(other.Sides.Select(side => side with { Lines = [] }))
        && one.Sides.SelectMany(side => side.Lines).SequenceEqual(other.Sides.SelectMany(side => side.Lines));
}
