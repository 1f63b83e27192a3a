namespace Kiosk.Core.PictogramComprehension;

/// <summary>What can be said of a drawing after some answers.</summary>
public enum Verdict
{
    /// <summary>Fewer than <see cref="CheckResult.LeastAnswers"/>.</summary>
    TooFew,
    Fails,
    Passes,
}

/// <summary>The answers to one drawing by people of one language.</summary>
/// <param name="Counts">Of <paramref name="Shown"/> alone.</param>
public sealed record CheckResult(ShownDrawing Shown, IReadOnlyList<CheckCount> Counts)
{
    /// <summary>Below it no share is told: one person would be a quarter of it.</summary>
    public const int LeastAnswers = 5;

    /// <summary>Share of right answers that a public information symbol is accepted at (ISO 7001): 66.7 %, two in three.</summary>
    public const double Accepted = 2.0 / 3;

    public int Asked => Counts.Sum(count => count.Times);

    public int Right => Of(Understanding.Right);

    public Verdict Verdict =>
        Asked < LeastAnswers ? Verdict.TooFew
        : 3 * Right < 2 * Asked ? Verdict.Fails
        : Verdict.Passes;

    /// <summary>Right answers in whole hundredths; null while there are too few.</summary>
    /// <remarks>133 of 200 fail by a hair, and are 66, not 67: a figure never says other than the word beside it.</remarks>
    public int? PercentRight =>
        Verdict switch
        {
            Verdict.TooFew => null,
            Verdict.Fails => Math.Min(66, Hundredths),
            Verdict.Passes => Hundredths,
        };

    /// <summary>What was said instead, the most frequent first.</summary>
    public IEnumerable<(string Words, int Times)> Said =>
        Counts
            .Where(count => count.Answer.Said.Length > 0)
            .GroupBy(count => count.Answer.Said, count => count.Times)
            .Select(same => (same.Key, same.Sum()))
            .OrderByDescending(said => said.Item2)
            .ThenBy(said => said.Key, StringComparer.Ordinal);

    private int Hundredths => (int)Math.Round(100.0 * Right / Asked, MidpointRounding.AwayFromZero);

    public int Of(Understanding understanding) =>
        Counts.Where(count => count.Answer.Understanding == understanding).Sum(count => count.Times);

    /// <summary>One for each drawing and language: the worst first, those with too few answers last.</summary>
    public static IReadOnlyList<CheckResult> Sorted(IEnumerable<CheckCount> counts) =>
        [
            .. counts
                .GroupBy(count => count.Answer.Shown)
                .Select(answers => new CheckResult(answers.Key, [.. answers]))
                .OrderBy(result => result.Verdict == Verdict.TooFew)
                .ThenBy(result => (double)result.Right / result.Asked)
                .ThenByDescending(result => result.Of(Understanding.Opposite))
                .ThenBy(result => result.Shown.Drawing, StringComparer.Ordinal)
                .ThenBy(result => result.Shown.Language),
        ];
}
