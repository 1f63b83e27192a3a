using Kiosk.App.Visitor.Shell;
using Kiosk.Core.Services;
using Kiosk.Core.Slips;
using Kiosk.Core.Topics;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Visitor.Topics;

public sealed class ServicePage : VisitorPage
{
    public Service Service { get; private set; } = null!;

    /// <summary>Null while the time is not known: then only its hours are said.</summary>
    public Opening? Opening => State?.Of(Service);

    public MeetingFunction Function => House.FindTopic(TopicId)!.Function;

    /// <summary>The topic that led here; by an address without one, the service's first.</summary>
    public string TopicId { get; private set; } = "";

    public override string Behaviour => "live";

    public override bool Sensitive => Discretion.IsNeeded(House, Service, TopicId);

    public IActionResult OnGet(string id, string? topic)
    {
        if (House.FindService(id) is not { } service)
        {
            return NotFound();
        }

        Service = service;
        TopicId = service.TopicIds.FirstOrDefault(own => own == topic) ?? service.TopicIds[0];
        return Page();
    }
}
