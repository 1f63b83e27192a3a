using System.CommandLine;
using Kiosk.App.Hosting;
using Kiosk.App.Houses;
using Kiosk.Core.Storage;
using Kiosk.Core.Storage.Backups;

namespace Kiosk.App.Commands;

/// <summary>The command <c>backup FILE</c>.</summary>
internal sealed class BackupCommand : KioskCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "The file, or a folder that keeps the newest 14." };

    public BackupCommand(string[] settings)
        : base(
            "backup",
            "Write the house, its counts of whole days and its drawings into one file; into a folder, as kiosk-2026-10-31.zip, of which "
                + "the newest 14 are kept. A kiosk may run meanwhile. No tablets, no PIN.",
            settings
        ) => Add(_file);

    protected override int Run(ParseResult parsed)
    {
        var settings = SettingsReader.Read(Startup.ReadConfiguration(Settings));
        try
        {
            DataFolderAccess.Look(settings, Name);
            var folder = new DataFolder(settings.Data);
            var file = Backup.Write(folder, parsed.GetRequiredValue(_file), ProgramVersion.Text, BackupTime.Of(settings));
            Console.WriteLine(
                $"{file}: {new FileInfo(file).Length / 1000} kB. It holds the house, its counts of whole days and its "
                    + "drawings; no tablets, no PIN."
            );
            return ExitCode.Done;
        }
        catch (BackupException problem)
        {
            return Refuse(problem.Message);
        }
    }
}
