using System.Globalization;
using System.Text;

namespace Kiosk.Core.Houses.Editing;

/// <summary>Makes a readable id of a name: <c>Goûter d’anniversaire</c> becomes <c>gouter-d-anniversaire</c>.</summary>
public static class Slug
{
    private const int LongestId = 40;

    /// <param name="name">In any script; one without Latin letters gives <paramref name="otherwise"/>.</param>
    /// <param name="taken">Ids that are there already; the new one gets a number after it.</param>
    public static string For(string name, string otherwise, IReadOnlySet<string> taken)
    {
        var stem = Letters(name) is { Length: > 1 } letters ? letters : otherwise;
        return Enumerable
            .Range(1, int.MaxValue)
            .Select(n => n == 1 ? Cut(stem, 0) : Cut(stem, 1 + Digits(n)) + "-" + n.ToString(CultureInfo.InvariantCulture))
            .First(id => !taken.Contains(id));
    }

    private static string Letters(string name)
    {
        var id = new StringBuilder();
        foreach (
            var letter in name.Normalize(NormalizationForm.FormD)
                .ToLowerInvariant()
                .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
        )
        {
            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))
            {
                id.Append(letter);
            }
            else if (id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        return id.ToString().Trim('-');
    }

    private static string Cut(string stem, int room) => stem[..Math.Min(stem.Length, LongestId - room)].Trim('-');

    private static int Digits(int number) => number.ToString(CultureInfo.InvariantCulture).Length;
}
