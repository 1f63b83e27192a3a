using System.Diagnostics;
using NUnit.Framework;

namespace Kiosk.Tests.Support;

/// <summary>A disk of four million bytes in place of a data folder, to fill or to write-protect. Only root can lay one out.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    private string Ballast => Path.Combine(_folder, "ballast");

    /// <summary>What was in the folder before lies beneath until the disk is gone.</summary>
    public static SmallDisk LaidOver(KioskFolders folders)
    {
        Directory.CreateDirectory(folders.Data);
        Assume.That(
            Environment.IsPrivilegedProcess && Ran("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folders.Data),
            "Only root can lay out a small disk."
        );
        return new SmallDisk(folders.Data);
    }

    public void MakeReadOnly() => Assert.That(Ran("mount", "-o", "remount,ro", _folder));

    public void MakeWritable() => Assert.That(Ran("mount", "-o", "remount,rw", _folder));

    /// <summary>Writes until not a byte more fits.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        Assert.That(
            () =>
            {
                while (true)
                {
                    ballast.Write(new byte[512]);
                }
            },
            Throws.InstanceOf<IOException>()
        );
    }

    public void Empty() => File.Delete(Ballast);

    public void Dispose() => Ran("umount", "--lazy", _folder);

    private static bool Ran(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
