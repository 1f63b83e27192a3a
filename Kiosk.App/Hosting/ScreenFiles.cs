using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace Kiosk.App.Hosting;

/// <summary>
/// Styles, scripts and fonts, served under an address that changes with their content, so that they may be kept for ever.
/// </summary>
/// <remarks>Staff's lie below the visitor's, and use their type and colours: <c>@import "../tokens.css"</c>.</remarks>
public sealed class ScreenFiles
{
    private static readonly string VisitorFolder = Path.Combine(AppContext.BaseDirectory, "Visitor", "Screen");
    private static readonly string StaffFolder = Path.Combine(AppContext.BaseDirectory, "Staff", "Screen");

    public ScreenFiles()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in new[] { VisitorFolder, StaffFolder }.SelectMany(Files))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        Prefix = "/screen/" + Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    /// <summary>Path prefix: <c>/screen/0123456789ab</c>.</summary>
    public string Prefix { get; }

    /// <summary>Path prefix of staff's own.</summary>
    public string StaffPrefix => Prefix + "/staff";

    /// <summary>The visitor's, on both sides.</summary>
    public StaticFileOptions Options => Serve(VisitorFolder, Prefix);

    public StaticFileOptions StaffOptions => Serve(StaffFolder, StaffPrefix);

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static StaticFileOptions Serve(string folder, string prefix) =>
        new()
        {
            FileProvider = new PhysicalFileProvider(folder),
            RequestPath = prefix,
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable",
        };
}
