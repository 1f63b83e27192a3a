using System.Security.Cryptography;

namespace Kiosk.Tests.Support;

/// <summary>What a folder holds: the name and the fingerprint of each file in it.</summary>
public static class FolderContents
{
    public static string[] Of(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(file => $"{Path.GetRelativePath(folder, file)} {Fingerprint(file)}"),
        ];

    private static string Fingerprint(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Convert.ToHexString(SHA256.HashData(stream));
    }
}
