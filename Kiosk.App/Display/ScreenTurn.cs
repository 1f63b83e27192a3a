using System.Globalization;
using Kiosk.App.Hosting;

namespace Kiosk.App.Display;

/// <summary>By how many quarters the screen is turned. The machine keeps it, for the screen's next start and its own.</summary>
/// <param name="file">What <c>kiosk-screen-turn@.service</c> writes.</param>
public sealed class ScreenTurn(string file, RuntimeFolder runtime, ScreenWatchdog heartbeat)
{
    public const string FileOfTheMachine = "/etc/kiosk/screen.env";

    private const string Name = "KIOSK_TURNS=";
    private const int Quarters = 4;

    /// <summary>0 to 3; 0 also where nobody ever turned it.</summary>
    public int Now
    {
        get
        {
            try
            {
                var line = File.Exists(file)
                    ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(Name, StringComparison.Ordinal))
                    : null;
                return
                    line is not null
                    && int.TryParse(line[Name.Length..], CultureInfo.InvariantCulture, out var turns)
                    && turns is > 0 and < Quarters
                    ? turns
                    : 0;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return 0;
            }
        }
    }

    /// <summary>Asks for one more. The screen starts anew with it.</summary>
    /// <returns>Whether it was asked for.</returns>
    public bool TryTurn()
    {
        if (!runtime.AskTurn((Now + 1) % Quarters))
        {
            return false;
        }

        heartbeat.Expect(isOn: true);
        return true;
    }
}
