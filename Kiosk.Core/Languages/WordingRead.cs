using System.Security.Cryptography;
using System.Text;

namespace Kiosk.Core.Languages;

/// <summary>What staff wrote in place of one of the program's phrases.</summary>
/// <param name="Key">The phrase's, with its form where it has a count.</param>
public sealed record Correction(LanguageTag Language, string Key, string Wording);

/// <summary>That a person has read a wording. Another wording of the same key is unread.</summary>
/// <param name="Key">A phrase's key, <c>bar.back</c>, or a text's of the house, <c>services/teeth/name</c>.</param>
/// <param name="Mark">Of the text, by <see cref="MarkOf"/>.</param>
public readonly record struct WordingRead(LanguageTag Language, string Key, string Mark)
{
    private const int MarkBytes = 16;

    /// <summary>
    /// Tells wordings apart without keeping them: the first 16 bytes of the SHA-256 of the text, as hexadecimal digits; empty for no text.
    /// </summary>
    public static string MarkOf(string? text) =>
        text is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, MarkBytes));

    public static WordingRead Of(string key, Wording wording) => new(wording.Language, key, MarkOf(wording.Text));
}
