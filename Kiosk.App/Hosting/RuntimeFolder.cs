using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Kiosk.App.Hosting;

/// <summary>What the screen's unit is to do.</summary>
public enum ScreenCommand
{
    Restart,
    On,
    Off,
}

/// <summary>
/// The folder that systemd gives the kiosk while it runs, <c>/run/kiosk</c>: by a word in its file <c>screen</c> the kiosk asks for its
/// screen to be started, stopped or turned.
/// </summary>
/// <remarks>The kiosk may start nothing itself; a unit that may watches the file.</remarks>
public sealed class RuntimeFolder(string? path, ILogger<RuntimeFolder> logger)
{
    /// <summary>Folders in <c>RUNTIME_DIRECTORY</c> are parted by colons (systemd.exec(5)); ours is the first.</summary>
    public static string? Given => Environment.GetEnvironmentVariable("RUNTIME_DIRECTORY")?.Split(':')[0];

    /// <summary>Whether somebody reads what is asked for: not at a console.</summary>
    public bool IsThere => !string.IsNullOrEmpty(path);

    /// <returns>Whether it was asked for.</returns>
    public bool Ask(ScreenCommand wish) => Write(Word(wish));

    /// <param name="quarters">0 to 3, from how the screen is built.</param>
    /// <returns>Whether it was asked for.</returns>
    public bool AskTurn(int quarters) => Write(string.Create(CultureInfo.InvariantCulture, $"turn-{quarters}"));

    private bool Write(string word)
    {
        if (!IsThere)
        {
            return false;
        }

        try
        {
            using var file = File.Create(Path.Combine(path!, "screen"));
            LetEverybodyRead(file.SafeFileHandle);
            file.Write(Encoding.ASCII.GetBytes(word));
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning("The screen's unit could not be told. {Problem}", problem.Message);
            return false;
        }
    }

    /// <summary>
    /// The word is no secret, and <c>doctor</c>, whoever runs it, says by it that a screen is off because the house is closed. It is done
    /// before the word is written: the unit that watches the file would take a later change of its mode for the same word said twice.
    /// </summary>
    private static void LetEverybodyRead(SafeFileHandle file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }
    }

    private static string Word(ScreenCommand wish) =>
        wish switch
        {
            ScreenCommand.Restart => "restart",
            ScreenCommand.On => "on",
            ScreenCommand.Off => "off",
        };
}
