using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace Kiosk.App.Shared;

/// <summary>Styles, scripts and fonts, served under an address that changes with their content, so that they may be kept for ever.</summary>
public sealed class ScreenFiles
{
    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "Visitor", "Screen");

    public ScreenFiles()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        Prefix = "/screen/" + Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    /// <summary>Path prefix: <c>/screen/0123456789ab</c>.</summary>
    public string Prefix { get; }

    public StaticFileOptions Options => new()
    {
        FileProvider = new PhysicalFileProvider(_folder),
        RequestPath = Prefix,
        OnPrepareResponse = context => context.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable",
    };
}
