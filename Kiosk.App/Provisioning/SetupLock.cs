using Kiosk.App.Hosting;
using Kiosk.Core.Storage;

namespace Kiosk.App.Provisioning;

/// <summary>Lets one <c>setup</c> at a time change this machine; another waits until it has ended.</summary>
/// <remarks>
/// A system that is only read runs the setup of its version after each start. An update that comes meanwhile could be taken back by it: it
/// would take its own version, which is no longer in force, for the one to put in place.
/// </remarks>
internal static class SetupLock
{
    private const string Folder = "/run/kiosk-setup"; // goes with the power

    /// <summary>Set for a setup that this one runs, which would wait for ever.</summary>
    private const string HandedOver = "KIOSK_SETUP_HANDED_OVER";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>A setup fetches packages, and waits up to two minutes for the kiosk: 15 minutes are more than it takes.</summary>
    private const int Tries = 15 * 60;

    /// <summary>Whether another setup runs this one, and holds the lock for it.</summary>
    public static bool IsHandedOver => Environment.GetEnvironmentVariable(HandedOver) is not null;

    /// <summary>Marks a setup that this one is about to run.</summary>
    public static void HandOver(IDictionary<string, string?> environment) => environment[HandedOver] = "1";

    /// <returns>The lock, held until it is disposed of.</returns>
    /// <exception cref="StartupException">Another setup goes on and on.</exception>
    public static DataLock Take()
    {
        using var timer = new PeriodicTimer(Pause);
        for (var tried = 0; tried < Tries; tried++)
        {
            if (DataLock.TryTake(Folder, SetupOptions.Command) is { } held)
            {
                return held;
            }

            if (tried == 0)
            {
                Console.WriteLine($"{Other()} is changing this machine: waiting for its end.");
            }

            timer.WaitForNextTickAsync().AsTask().GetAwaiter().GetResult();
        }

        throw new StartupException(
            $"{Other()} has been changing this machine for 15 minutes. Nothing was changed: see what it waits for, or restart the "
                + "machine, and run 'setup' again."
        );
    }

    private static string Other() => DataLock.UserOf(Folder) is { } user ? $"Another {user}" : "Another 'setup'";
}
