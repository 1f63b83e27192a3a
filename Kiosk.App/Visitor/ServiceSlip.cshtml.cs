using Kiosk.Core.Services;
using Kiosk.Core.Slips;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Visitor;

public sealed class ServiceSlipPage : SlipPage
{
    public Service Service { get; private set; } = null!;

    public override bool Sensitive => SlipComposer.IsSensitive(House, Service);

    public IActionResult OnGet(string id, string? topic)
    {
        if (House.FindService(id) is not { } service)
        {
            return NotFound();
        }

        Service = service;
        return Show(
            SlipComposer.Compose(House, service, Words, Now),
            $"service/{id}" + (service.TopicIds.Contains(topic ?? "") ? $"?topic={topic}" : ""));
    }
}
