using Kiosk.App.Monitoring.Checks;
using Kiosk.Core.Languages;

namespace Kiosk.App.Monitoring;

/// <summary>One check, and what it found.</summary>
/// <param name="What">What was looked at.</param>
public sealed record HealthFinding(KioskCheck Check, Wording What, CheckResult Result);

/// <summary>Runs the checks of the kiosk: the one judgement that staff, <c>/health</c> and <c>doctor</c> are told of.</summary>
public sealed class HealthChecks(IEnumerable<KioskCheck> checks)
{
    private readonly KioskCheck[] _checks = [.. checks];

    /// <summary>Whether nobody has to look.</summary>
    public static bool IsWell(IEnumerable<HealthFinding> findings) => findings.All(finding => finding.Result.Severity != Severity.Look);

    /// <param name="words">Of the language in which it is told.</param>
    public IReadOnlyList<HealthFinding> Run(Localizer words) =>
        [
            .. _checks
                .Select(check => (Check: check, Result: check.Look(words)))
                .Where(looked => looked.Result is not null)
                .Select(looked => new HealthFinding(looked.Check, words.Translate(looked.Check.What), looked.Result!)),
        ];
}
