using System.Diagnostics;
using System.Text;
using NUnit.Framework;

namespace Kiosk.Tests.Support;

/// <summary>
/// The kiosk as a Raspberry Pi runs it: published for linux-arm64, on an arm64 Debian that has Debian's arm64 packages and nothing of this
/// machine, under qemu-user. Instructions and libraries are those of a Pi; speed and memory are not.
/// </summary>
/// <remarks>For root only. What the kiosk starts, voices among it, does not run there: the kernel knows its own kind alone.</remarks>
internal sealed class Arm64Machine : IDisposable
{
    /// <summary>Debian's package of the same name.</summary>
    private const string Emulator = "/usr/bin/qemu-aarch64-static";

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("kiosk-arm64-");
    private readonly string _debian;
    private readonly string _program;

    private Arm64Machine(string debian, string program) => (_debian, _program) = (debian, program);

    public static bool IsPossible => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists(Emulator);

    /// <summary>The release that runs here, so that its libraries have the same versions on both; Debian 12 on anything else.</summary>
    private static string Suite => File.ReadLines("/etc/os-release").Contains("VERSION_CODENAME=trixie") ? "trixie" : "bookworm";

    /// <summary>Publishes the kiosk and unpacks the machine. Both are kept: the first time takes some minutes, and a network.</summary>
    public static async Task<Arm64Machine> MakeAsync()
    {
        var publishing = PublishAsync();
        var debian = await Task.Run(() => Tool.Run("bash", Script("arm64.sh"), Suite, SourceTree.PathOf("assets/packages.txt")));
        return new Arm64Machine(Encoding.UTF8.GetString(debian).TrimEnd(), await publishing);
    }

    /// <summary>Folders whose kiosk runs on this machine.</summary>
    public KioskFolders Folders()
    {
        var folders = new KioskFolders { Patience = TimeSpan.FromMinutes(6) }; // a start takes one where four other things are going on
        folders.Command = ["unshare", "--mount", "bash", Script("emulate.sh"), _place.FullName, _debian, _program, folders.Root];
        // Debian 12's qemu (7.2) ends with signal 11 without this (tried on 28 November 2026); Debian 13's (10.0) does not need it.
        folders.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return folders;
    }

    public void Dispose() => _place.Delete();

    private static string Script(string name) => SourceTree.PathOf($"Kiosk.Tests/Support/Machine/{name}");

    /// <summary>As for a house, in folders of its own: a build for one kind of machine would spoil the one for all.</summary>
    private static async Task<string> PublishAsync()
    {
        var (artifacts, program) = (SourceTree.PathOf("artifacts/arm64"), SourceTree.PathOf("artifacts/arm64/program"));
        string[] arguments =
        [
            "publish",
            SourceTree.PathOf("Kiosk.App"),
            "--configuration",
            "Release",
            "--runtime",
            "linux-arm64",
            "--self-contained",
            "true",
            "--nologo",
            "--artifacts-path",
            artifacts,
            "--output",
            program,
            "-p:PublishReadyToRun=true",
            "-p:RunAnalyzers=false",
            "-p:NuGetLockFilePath=obj/arm64.packages.lock.json",
            "-p:RestoreLockedMode=false",
        ];
        using var publishing = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var said = await publishing.StandardOutput.ReadToEndAsync();
        await publishing.WaitForExitAsync();
        Assert.That(publishing.ExitCode, Is.Zero, said);
        return program;
    }
}
