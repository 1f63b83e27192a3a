using Kiosk.Core.Programme;
using Kiosk.Core.Slips;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Visitor;

public sealed class ActivitySlipPage : SlipPage
{
    public Activity Activity { get; private set; } = null!;

    public override bool Sensitive => SlipComposer.IsSensitive(House, Activity);

    public IActionResult OnGet(string id)
    {
        if (House.FindActivity(id) is not { } activity)
        {
            return NotFound();
        }

        Activity = activity;
        return Show(SlipComposer.Compose(House, activity, Words, Now), "activity/" + id);
    }
}
