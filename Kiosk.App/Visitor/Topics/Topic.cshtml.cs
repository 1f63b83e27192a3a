using Kiosk.App.Visitor.Shell;
using Kiosk.Core.Topics;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Visitor.Topics;

public sealed class TopicPage : VisitorPage
{
    /// <summary>
    /// Places on the page: three rows of two fit the smallest screen (800 × 480), also below a notice. One is always "nothing here fits".
    /// </summary>
    public const int Places = 6;

    public Topic Topic { get; private set; } = null!;

    public IReadOnlyList<Topic> Subtopics { get; private set; } = [];

    public IReadOnlyList<TopicCard> Cards { get; private set; } = [];

    /// <summary>The page after this one, null on the last.</summary>
    public int? MorePage { get; private set; }

    public override string Behaviour => "live";

    public override bool Sensitive => House.IsSensitive(Topic);

    public IActionResult OnGet(string id, [FromQuery(Name = "page")] int page = 1)
    {
        if (House.FindTopic(id) is not { } topic || page is < 1 or > 10_000 || !ModelState.IsValid)
        {
            return NotFound();
        }

        Topic = topic;
        return Fill(page) || page == 1 ? Page() : NotFound();
    }

    /// <summary>
    /// Narrower topics first, then services, then activities by their next date. With more than fit, one place goes to "see more".
    /// </summary>
    private bool Fill(int page)
    {
        object[] all =
        [
            .. House.TopicsUnder(Topic),
            .. House.ServicesOn(Topic).Select(service => TopicCard.Of(this, Topic, service)),
            .. House
                .ActivitiesOn(Topic)
                .Select(activity => TopicCard.Of(this, Topic, activity))
                .OfType<TopicCard>()
                .OrderBy(card => card.Next?.Start),
        ];
        var room = all.Length < Places ? Places - 1 : Places - 2;
        var shown = all.Skip((page - 1) * room).Take(room).ToArray();
        Subtopics = [.. shown.OfType<Topic>()];
        Cards = [.. shown.OfType<TopicCard>()];
        MorePage = all.Length > page * room ? page + 1 : null;
        return shown.Length > 0;
    }
}
