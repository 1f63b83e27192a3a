using Kiosk.Tests.Houses;
using NUnit.Framework;

namespace Kiosk.Tests.Support;

/// <summary>
/// The data folder of a kiosk that had its first day: the house is loaded, somebody tapped, it was switched off. Made once in a run, by a
/// real kiosk, and held in memory; each test gets a copy.
/// </summary>
internal sealed class UsedFolder(string houseName)
{
    public static readonly UsedFolder OfLePont = new("Le Pont");

    public static readonly UsedFolder OfLaPasserelle = new("La Passerelle");

    private readonly Lazy<Task<List<(string Path, byte[] Content, UnixFileMode Mode)>>> _files = new(() => MakeAsync(houseName));

    public async Task CopyToAsync(KioskFolders folders)
    {
        foreach (var (path, content, mode) in await _files.Value)
        {
            var target = Path.Combine(folders.Data, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllBytesAsync(target, content);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(target, mode);
            }
        }
    }

    private static async Task<List<(string Path, byte[] Content, UnixFileMode Mode)>> MakeAsync(string houseName)
    {
        using var folders = new KioskFolders();
        var house = folders.Write("house.json", DemoHouse.Json.Replace("\"Le Pont\"", $"\"{houseName}\"", StringComparison.Ordinal));
        await using (var kiosk = await KioskProcess.StartAsync(folders, "--Kiosk:House=" + house))
        {
            using var tap = await kiosk.Tap("service/teeth");
            Assert.That(tap.IsSuccessStatusCode, Is.True);
            Assert.That(await kiosk.StopAsync(), Is.Zero);
        }

        return [.. folders.DataFiles().Select(file => (file.Key, file.Value, ModeOf(Path.Combine(folders.Data, file.Key))))];
    }

    private static UnixFileMode ModeOf(string file) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(file);
}
