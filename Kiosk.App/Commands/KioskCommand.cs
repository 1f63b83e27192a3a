using System.CommandLine;

namespace Kiosk.App.Commands;

/// <summary>One of the program's commands, which ends with an exit code.</summary>
internal abstract class KioskCommand : Command
{
    /// <param name="settings">The <c>--Kiosk:…</c> settings.</param>
    protected KioskCommand(string name, string description, string[] settings)
        : base(name, description)
    {
        Settings = settings;
        SetAction(Run);
    }

    protected string[] Settings { get; }

    /// <returns>The exit code.</returns>
    protected abstract int Run(ParseResult parsed);

    /// <summary>Says why it could not be done.</summary>
    protected static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return Hosting.ExitCode.CouldNot;
    }
}
