using Kiosk.Core.Services;
using Kiosk.Core.Slips;

namespace Kiosk.App.Visitor;

public sealed class ServiceSlipPage : SlipPage
{
    public Service Service { get; private set; } = null!;

    public override bool Sensitive => SlipComposer.IsSensitive(House, Service);

    protected override bool TryCompose(string id)
    {
        if (House.FindService(id) is not { } service)
        {
            return false;
        }

        Service = service;
        Show(SlipComposer.Compose(House, service, Words, Now));
        return true;
    }
}
