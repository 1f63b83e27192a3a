using Kiosk.Core.Programme;
using Kiosk.Core.Slips;

namespace Kiosk.App.Visitor.Slips;

public sealed class ActivitySlipPage : SlipPage
{
    public Activity Activity { get; private set; } = null!;

    /// <summary>The topic that led here; null from the programme.</summary>
    public string? TopicId { get; private set; }

    public override bool Sensitive => Discretion.IsNeeded(House, Activity, TopicId);

    protected override bool TryCompose(string id)
    {
        if (House.FindActivity(id) is not { } activity)
        {
            return false;
        }

        Activity = activity;
        TopicId = activity.TopicIds.FirstOrDefault(own => own == Request.Query["topic"]);
        Show(SlipComposer.Compose(House, activity, TopicId, Words, Now));
        return true;
    }
}
