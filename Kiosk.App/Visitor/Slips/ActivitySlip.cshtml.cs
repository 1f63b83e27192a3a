using Kiosk.Core.Programme;
using Kiosk.Core.Slips;

namespace Kiosk.App.Visitor.Slips;

public sealed class ActivitySlipPage : SlipPage
{
    public Activity Activity { get; private set; } = null!;

    public override bool Sensitive => Discretion.IsNeeded(House, Activity);

    protected override bool TryCompose(string id)
    {
        if (House.FindActivity(id) is not { } activity)
        {
            return false;
        }

        Activity = activity;
        Show(SlipComposer.Compose(House, activity, Words, Now));
        return true;
    }
}
