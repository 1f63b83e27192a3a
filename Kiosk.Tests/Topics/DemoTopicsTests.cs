using Kiosk.Core.Houses;
using Kiosk.Core.Services;
using Kiosk.Core.Topics;
using Kiosk.Tests.Houses;
using NUnit.Framework;

namespace Kiosk.Tests.Topics;

internal sealed class DemoTopicsTests
{
    private static House House => DemoHouse.Whole;

    [Test]
    public void A_sensitive_topic_passes_its_care_to_those_that_narrow_it()
    {
        var housing = DemoHouse.Whole.Topics.IndexOf(DemoHouse.Whole.FindTopic("housing")!);
        var house = DemoHouse.With($"topics[{housing}].sensitive", "true").House!;
        Assert.That(house.TopicsUnder(house.FindTopic("housing")!).Select(house.IsSensitive), Is.All.True);
    }

    [Test]
    public void Every_home_topic_leads_to_a_service_or_an_activity() =>
        Assert.That(
            House.HomeTopics.Where(topic => !ServicesFrom(topic).Any() && !House.ActivitiesOn(topic).Any()).Select(topic => topic.Id),
            Is.Empty
        );

    [Test]
    public void The_home_screen_has_twelve_tiles() => Assert.That(House.HomeTopics.Count(), Is.EqualTo(12));

    [Test]
    public void Every_activity_is_found_by_what_it_is_for()
    {
        var found = House.Topics.SelectMany(House.ActivitiesOn).Concat(House.Services.SelectMany(House.ActivitiesThatAre));
        Assert.That(House.Activities.Except(found).Select(activity => activity.Id), Is.Empty);
    }

    [Test]
    public void Every_service_is_reached_from_the_home_screen() =>
        Assert.That(House.HomeTopics.SelectMany(ServicesFrom).Distinct(), Is.EquivalentTo(House.Services));

    [Test]
    public void Every_narrower_topic_leads_straight_to_a_service() =>
        Assert.That(
            House.HomeTopics.SelectMany(House.TopicsUnder).Where(topic => !House.ServicesOn(topic).Any()).Select(t => t.Id),
            Is.Empty
        );

    [Test]
    public void Topics_are_two_levels_deep_at_most() =>
        Assert.That(House.HomeTopics.SelectMany(House.TopicsUnder).SelectMany(House.TopicsUnder), Is.Empty);

    [Test]
    public void Home_topics_keep_the_order_of_the_file() =>
        Assert.That(House.HomeTopics, Is.EqualTo(House.Topics.Where(topic => topic.ParentId is null)));

    [Test]
    public void Each_of_the_four_functions_has_a_topic_or_an_activity() =>
        Assert.That(
            House.Topics.Select(t => t.Function).Concat(House.Activities.Select(a => a.Function)).Distinct(),
            Is.EquivalentTo(Enum.GetValues<MeetingFunction>())
        );

    private static IEnumerable<Service> ServicesFrom(Topic topic) =>
        House.ServicesOn(topic).Concat(House.TopicsUnder(topic).SelectMany(House.ServicesOn));
}
