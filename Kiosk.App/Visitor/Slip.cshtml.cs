using Kiosk.Core.Services;
using Kiosk.Core.Slips;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Visitor;

public sealed class SlipPage : VisitorPage
{
    public Service Service { get; private set; } = null!;

    public string BackTo { get; private set; } = "";

    public Slip Slip { get; private set; } = null!;

    public QrSymbol Qr { get; private set; } = null!;

    public override string ShownCell => "slip/qr";

    public override bool Sensitive => SlipComposer.IsSensitive(House, Service);

    public IActionResult OnGet(string id, string? topic)
    {
        if (House.FindService(id) is not { } service)
        {
            return NotFound();
        }

        Service = service;
        BackTo = Visit.To($"service/{id}" + (service.TopicIds.Contains(topic ?? "") ? $"?topic={topic}" : ""));
        Slip = SlipComposer.Compose(House, service, Words, Now);
        Qr = QrSymbol.Encode(Slip.QrText);
        return Page();
    }
}
