using Kiosk.Core.Services;
using Kiosk.Core.Slips;

namespace Kiosk.App.Visitor.Slips;

public sealed class ServiceSlipPage : SlipPage
{
    public Service Service { get; private set; } = null!;

    /// <summary>The topic that led here; null by an address without one.</summary>
    public string? TopicId { get; private set; }

    public override bool Sensitive => Discretion.IsNeeded(House, Service, TopicId);

    protected override bool TryCompose(string id)
    {
        if (House.FindService(id) is not { } service)
        {
            return false;
        }

        Service = service;
        TopicId = service.TopicIds.FirstOrDefault(own => own == Request.Query["topic"]);
        Show(SlipComposer.Compose(House, service, TopicId, Words, Now));
        return true;
    }
}
