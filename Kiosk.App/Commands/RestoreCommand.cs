using System.CommandLine;
using Kiosk.App.Hosting;
using Kiosk.Core.Storage.Backups;

namespace Kiosk.App.Commands;

/// <summary>The command <c>restore FILE</c>.</summary>
internal sealed class RestoreCommand : KioskCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "A backup of this machine's, or of another." };
    private readonly Option<bool> _yes = new("--yes") { Description = "Also where a house is, which is kept aside." };

    public RestoreCommand(string[] settings)
        : base("restore", "Put a backup into the data folder of a kiosk that is stopped.", settings)
    {
        Add(_file);
        Add(_yes);
    }

    protected override int Run(ParseResult parsed)
    {
        var settings = SettingsReader.Read(Startup.ReadConfiguration(Settings));
        var folder = Path.GetFullPath(settings.Data);
        try
        {
            var aside = Restoring.Apply(parsed.GetRequiredValue(_file), folder, parsed.GetValue(_yes), BackupTime.Of(settings).Date);
            Console.WriteLine($"Done: the house is in {folder}." + (aside is null ? "" : $" What was there is kept in {aside}."));
            return ExitCode.Done;
        }
        catch (BackupException problem)
        {
            return Refuse(problem.Message);
        }
    }
}
