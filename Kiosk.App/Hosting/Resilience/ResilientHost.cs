using Kiosk.Core.Storage;

namespace Kiosk.App.Hosting.Resilience;

/// <summary>Runs the program so that a screen always shows something: with what can be used, else a calm page until it can.</summary>
internal static class ResilientHost
{
    private static readonly TimeSpan FirstRetryDelay = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestRetryDelay = TimeSpan.FromMinutes(5); // doubled once more at most

    /// <param name="serve">Runs the kiosk until it is told to stop, or throws what keeps it from starting.</param>
    /// <exception cref="IOException">Another program has the visitor's address: not even a calm page can be shown.</exception>
    public static async Task RunAsync(bool keepsGoing, string[] settings, Func<StartupState, Task> serve)
    {
        if (!keepsGoing)
        {
            await serve(new StartupState(keepsGoing: false));
            return;
        }

        string? dataTrouble = null;
        var retryDelay = FirstRetryDelay;
        var isWanted = true;
        while (isWanted)
        {
            var hadTrouble = dataTrouble is not null;
            var start = new StartupState(keepsGoing: true, dataTrouble, retryDelay);
            (isWanted, dataTrouble) = await TryAsync(start, settings, serve);
            if (hadTrouble && retryDelay < LongestRetryDelay)
            {
                retryDelay *= 2; // trouble that room does not mend would have the screen wait every ten seconds
            }
        }
    }

    /// <returns>Whether to start once more, and why without the data folder.</returns>
    private static async Task<(bool Again, string? DataTrouble)> TryAsync(
        StartupState start,
        string[] settings,
        Func<StartupState, Task> serve
    )
    {
        try
        {
            await serve(start);
            return (start.RestartRequested, null);
        }
        catch (Exception problem) when (!start.IsWithoutData && IsOfTheData(problem))
        {
            return (true, problem.Message);
        }
        catch (Exception problem)
        {
            var sentence = StartupException.Explain(problem) ?? $"The program failed: {problem.Message}";
            await Console.Error.WriteLineAsync(StartupException.Explain(problem) ?? problem.ToString());
            return (await FallbackServer.StandAsync(Lenient(settings), sentence, start.Languages), null);
        }
    }

    /// <summary>A full disk, a folder that may not be written to, a card that gives read errors.</summary>
    private static bool IsOfTheData(Exception problem) =>
        problem is DataFolderException or StorageException or MigrationException or UnauthorizedAccessException
        || (problem is IOException && problem.InnerException is not Microsoft.AspNetCore.Connections.AddressInUseException);

    private static KioskSettings Lenient(string[] settings) =>
        SettingsReader.ReadWhatCanBeUsed(Startup.ReadConfiguration(settings), _ => { });
}
