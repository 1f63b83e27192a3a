using Kiosk.App.Houses;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Languages;
using Kiosk.Core.PictogramComprehension;
using Kiosk.Core.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Staff.Comprehension;

/// <summary>How the drawings were understood, as they are drawn now, the worst first.</summary>
public sealed class GuideCheckResultsPage(HouseDatabase database, Pictograms pictograms) : StaffPage
{
    private IReadOnlyDictionary<string, string> _meanings = new Dictionary<string, string>();

    public override string Place => "guide";

    /// <summary>Of one language only; null for all.</summary>
    public LanguageTag? Chosen { get; private set; }

    /// <summary>Those that anything is known of.</summary>
    public IReadOnlyList<LanguageTag> Spoken { get; private set; } = [];

    public IReadOnlyList<CheckResult> Results { get; private set; } = [];

    /// <summary>The phrase of what was not done.</summary>
    public string? Trouble { get; private set; }

    public string MeaningOf(string drawing) => _meanings.GetValueOrDefault(drawing) ?? drawing.Replace('-', ' ');

    /// <summary>A share of the width of a bar, as SVG writes it.</summary>
    public static string Percent(double share) => (100 * share).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) + "%";

    public void OnGet(string? language)
    {
        var all = CheckResult.Sorted(
            database.Checks.All().Where(count => pictograms.Set.Find(count.Answer.Shown.Drawing)?.Mark == count.Answer.Shown.Mark)
        );
        _meanings = CheckedDrawings.Of(House, Words).ToDictionary(drawing => drawing.Name, drawing => drawing.Means);
        Spoken = [.. all.Select(result => result.Shown.Language).Distinct().Order()];
        Chosen = LanguageTag.TryParse(language, out var chosen) && Spoken.Contains(chosen) ? chosen : null;
        Results = [.. all.Where(result => Chosen is null || result.Shown.Language == Chosen)];
    }

    /// <param name="drawing">The one to begin anew with; none for all of them.</param>
    public IActionResult OnPostForget(string? drawing, bool all)
    {
        if (all)
        {
            database.Checks.ForgetAll();
        }
        else if (drawing is not null && pictograms.Set.Find(drawing) is not null)
        {
            database.Checks.Forget(drawing);
        }
        else
        {
            Trouble = "check.wrong.drawing";
            OnGet(null);
            return Page();
        }

        return Redirect("/guide/check/results");
    }
}
