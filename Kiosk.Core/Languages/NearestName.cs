namespace Kiosk.Core.Languages;

/// <summary>What somebody probably meant who wrote a name that nobody knows.</summary>
public static class NearestName
{
    /// <returns>Null when no name is near: more than a third of the letters, but at least one, would be wrong.</returns>
    public static string? Of(string written, IEnumerable<string> known) =>
        known
            .Select(name => (Name: name, Mistakes: Mistakes(written.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(near => near.Mistakes <= Math.Max(1, written.Length / 3))
            .OrderBy(near => near.Mistakes)
            .ThenBy(near => near.Name, StringComparer.Ordinal)
            .Select(near => near.Name)
            .FirstOrDefault();

    /// <summary>Letters left out, added, taken for another, or exchanged with the next (optimal string alignment distance).</summary>
    private static int Mistakes(string a, string b)
    {
        var least = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                least[i, j] = i == 0 || j == 0 ? i + j : Step(i, j);
            }
        }

        return least[a.Length, b.Length];

        int Step(int i, int j)
        {
            var added = Math.Min(least[i - 1, j], least[i, j - 1]) + 1;
            var other = least[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]
                ? Math.Min(least[i - 2, j - 2] + 1, Math.Min(added, other))
                : Math.Min(added, other);
        }
    }
}
