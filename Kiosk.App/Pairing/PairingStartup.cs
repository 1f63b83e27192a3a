using Kiosk.App.Certificates;
using Kiosk.App.Hosting;
using Kiosk.Core.Clocks;
using Kiosk.Core.Storage;

namespace Kiosk.App.Pairing;

/// <summary>What both sides need to bring a tablet and the kiosk together.</summary>
internal static class PairingStartup
{
    public static void AddPairing(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SecretFiles>();
        builder.Services.AddSingleton<Func<MachineNames>>(MachineNames.OfThisMachine);
        builder.Services.AddSingleton<ServerCertificate>();
        builder.Services.AddHostedService<CertificateWatch>();
        builder.Services.AddSingleton(services =>
            StaffDatabase.Open(services.GetRequiredService<DataFolder>(), services.GetRequiredService<HouseClock>().Known?.Date)
        );
        builder.Services.AddSingleton<TabletChoice>();
        builder.Services.AddSingleton<PairedDevices>();
        builder.Services.AddSingleton<PairingDesk>();
        builder.Services.AddSingleton<HousePin>();
        builder.Services.AddSingleton<StaffAddresses>();
        builder.Services.AddSingleton<RecoveryCode>();
        builder.Services.AddSingleton<RecoveryWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RecoveryWatch>());
    }
}
