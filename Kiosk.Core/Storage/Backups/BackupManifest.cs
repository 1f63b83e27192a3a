using System.Security.Cryptography;
using System.Text.Json;

namespace Kiosk.Core.Storage.Backups;

/// <summary>What a backup says of itself, <c>manifest.json</c>.</summary>
/// <param name="Version">Of the program that wrote it: <c>0.1.0</c>.</param>
/// <param name="Made">The day, in ISO form; nothing finer.</param>
/// <param name="Migrations">The changes of schema that its databases went through, by database.</param>
/// <param name="Sums">SHA-256 of each file in it, in hexadecimal.</param>
internal sealed record BackupManifest(
    string Version,
    string Made,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Migrations,
    IReadOnlyDictionary<string, string> Sums
)
{
    public const string Name = "manifest.json";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Form);

    /// <exception cref="JsonException">It is none.</exception>
    public static BackupManifest Read(Stream json) =>
        JsonSerializer.Deserialize<BackupManifest>(json, Form) ?? throw new JsonException("It is empty.");

    public static string SumOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
