using Kiosk.Core.Services;
using Kiosk.Core.Slips;
using Kiosk.Core.Topics;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Visitor;

public sealed class ServicePage : VisitorPage
{
    public Service Service { get; private set; } = null!;

    public Opening Opening { get; private set; } = null!;

    public MeetingFunction Function => House.FindTopic(Service.TopicIds[0])!.Function;

    public override bool Sensitive => SlipComposer.IsSensitive(House, Service);

    public string BackTo => Visit.To("topic/" + Service.TopicIds[0]);

    public IActionResult OnGet(string id)
    {
        if (House.FindService(id) is not { } service)
        {
            return NotFound();
        }

        Service = service;
        Opening = OpeningHours.Of(service, Now);
        return Page();
    }
}
