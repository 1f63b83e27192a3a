using System.Runtime.Versioning;
using Kiosk.App.Hosting;

namespace Kiosk.App.Provisioning;

/// <summary>
/// <c>setup --remove</c>: takes away what <c>setup</c> brought and puts back what it switched off. What belongs to the house stays.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class MachineRemoval(MachineTree tree, bool dry)
{
    private const string Folder = "opt/kiosk";

    private readonly MachineCommands _commands = new(dry);
    private readonly OriginalFiles _before = new(tree, dry);

    private static IEnumerable<string> Units =>
        MachineFiles.What.Keys.Where(path => path.StartsWith(MachineFiles.Units, StringComparison.Ordinal));

    /// <summary>
    /// The program's folder goes last: while it is there a removal that was cut short can be finished, and without it what stands in the
    /// kiosk's places is somebody else's.
    /// </summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        if (!Directory.Exists(tree.PathOf(Folder)))
        {
            Console.WriteLine("Nothing to remove: this machine is no kiosk.");
            return ExitCode.Done;
        }

        Stop();
        foreach (var file in PrintServer.FilesWithout(tree.PathOf(""), _before))
        {
            tree.Write(file);
        }

        tree.Commit();
        MachineFiles.OwnLinks.Where(IsOurs).ToList().ForEach(link => TakeAway(link.Path, link.What));
        MachineFiles.What.Where(file => tree.IsThere(file.Key)).ToList().ForEach(file => TakeAway(file.Key, file.Value));
        new ReadOnlyRoot(tree, dry).RemoveProgram();
        tree.RemoveFolder(Folder, "the program");
        Settle();
        Console.WriteLine(Farewell);
        return ExitCode.Done;
    }

    private string Farewell =>
        dry
            ? "Nothing was changed: this was a dry run."
            : "This machine is no kiosk any more; after a restart nothing of it is left in memory. "
                + $"The house's own stays: settings in /etc/kiosk, data in {MachineSettings.Data}, backups in /var/backups/kiosk.";

    /// <summary>What its owner led elsewhere since stays.</summary>
    private bool IsOurs(MachineLink link) => MachineTree.IsAsItShouldBe(tree.PathOf(""), link);

    private void TakeAway(string path, string what)
    {
        tree.RemoveFile(path, what);
        _before.PutBack(path);
    }

    private void Stop()
    {
        // Of a template (kiosk-picture@.service) whatever instance runs: systemctl(1) takes a pattern.
        string[] there =
        [
            .. Units.Where(tree.IsThere).Select(unit => Path.GetFileName(unit).Replace("@.", "@*.", StringComparison.Ordinal)),
        ];
        if (tree.RunsSystemd && there.Length > 0)
        {
            _commands.Run("the kiosk ends", "systemctl", ["stop", .. there]);
        }
    }

    /// <summary>The running system learns what is gone. The kernel keeps its settings until it starts anew.</summary>
    private void Settle()
    {
        if (tree.RunsSystemd)
        {
            _commands.Run("the units", "systemctl", "daemon-reload");
            _commands.Run("the journal, as before", "systemctl", "restart", "systemd-journald");
            if (tree.Changed("etc/cups/")) // most kiosks have no print server
            {
                _commands.Run("the print server, as before", "systemctl", "try-restart", "cups");
            }

            _commands.Run("swap, as before", "swapon", "--all");
            _commands.Run("a console on the screen", "systemctl", "--no-block", "start", "getty@tty1.service");
        }
    }
}
