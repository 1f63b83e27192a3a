using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Kiosk.Core.Pictograms;

/// <summary>Whose drawing it is, and under which licence.</summary>
/// <param name="Licence">The line the licence asks for, or a note of the house: <c>Own drawing</c>.</param>
/// <param name="Shown">The licence asks that visitors see it.</param>
public sealed record PictogramCredit(string Licence, bool Shown);

/// <summary>One drawing on disk, read when it is first needed.</summary>
/// <param name="path">Its name is the drawing's name.</param>
/// <param name="credit">Null for our own drawings.</param>
/// <param name="standIn">What is shown in place of a file that is not there; null to read it.</param>
public sealed partial class PictogramFile(string path, PictogramCredit? credit, byte[]? standIn = null)
{
    private static readonly byte[] Blank = [.. """<svg viewBox="0 0 48 48" xmlns="http://www.w3.org/2000/svg"></svg>"""u8];

    /// <remarks>
    /// A house's file is cleaned again: somebody may have put it there by hand. One that is no drawing stays blank; its word says the same.
    /// </remarks>
    private readonly Lazy<byte[]?> _bytes = new(() => standIn ?? ReadFrom(path, credit is null));

    public string Name => Path.GetFileNameWithoutExtension(path);

    public DrawingFormat Format => path.EndsWith(".png", StringComparison.Ordinal) ? DrawingFormat.Png : DrawingFormat.Svg;

    public PictogramCredit? Credit => credit;

    public byte[] Bytes => _bytes.Value ?? Blank;

    /// <summary>Whether the file holds a drawing.</summary>
    public bool IsReadable => _bytes.Value is not null;

    /// <summary>Changes with its content.</summary>
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Bytes))[..12];

    /// <summary>Whether it keeps to the grid and the tones of our own drawings, so that a page may recolour it.</summary>
    public bool HasOurTones => credit is null || (Format == DrawingFormat.Svg && OursAlike().IsMatch(Encoding.UTF8.GetString(Bytes)));

    private static byte[]? ReadFrom(string path, bool isOurs)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return !isOurs ? UploadedDrawing.Read(bytes).Drawing?.Bytes ?? Blank
                : bytes.AsSpan().StartsWith("<svg "u8) ? bytes
                : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [GeneratedRegex("""^<svg viewBox="0 0 48 48" xmlns="[^"]*">(<(path|circle|rect|ellipse) class="(ink|tone)(-line)?"[^<>]*/>)+</svg>$""")]
    private static partial Regex OursAlike();
}
