using Kiosk.App.Houses;
using Kiosk.App.Staff.Shell;
using Kiosk.Core.Languages;
using Kiosk.Core.PictogramComprehension;
using Kiosk.Core.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Staff.Comprehension;

/// <summary>Asks a person what each drawing means, one after the other, and counts how it was understood.</summary>
public sealed class GuideCheckPage(ComprehensionSessions rounds, HouseDatabase database, Pictograms pictograms) : StaffPage
{
    /// <summary>Words of others that fit beside the field without a search.</summary>
    private const int MostOffered = 8;

    public override string Place => "guide";

    /// <summary>Null before a language is chosen.</summary>
    public CheckRound? Round => rounds.Find(Device.Id);

    /// <summary>What stands in the way, a phrase.</summary>
    public string? Trouble { get; private set; }

    /// <summary>As it was typed, when it has to be typed otherwise.</summary>
    public string Typed { get; private set; } = "";

    public string MeaningOf(string drawing) =>
        CheckedDrawings.Of(House, Words).FirstOrDefault(known => known.Name == drawing)?.Means ?? drawing.Replace('-', ' ');

    public string MarkOf(string drawing) => pictograms.Set[drawing].Mark;

    /// <summary>What others of that language said, the most frequent first.</summary>
    public IEnumerable<string> SaidBefore(ShownDrawing shown) =>
        new CheckResult(shown, [.. database.Checks.All().Where(count => count.Answer.Shown == shown)])
            .Said.Take(MostOffered)
            .Select(said => said.Words);

    public void OnGet() { }

    public IActionResult OnPostBegin(string? language)
    {
        if (!LanguageTag.TryParse(language, out var spoken) || !House.Profile.Languages.Contains(spoken))
        {
            return Refuse("check.wrong.language");
        }

        var asked = database
            .Checks.All()
            .Where(count => count.Answer.Shown.Language == spoken)
            .GroupBy(count => (count.Answer.Shown.Drawing, count.Answer.Shown.Mark), count => count.Times)
            .ToDictionary(times => times.Key, times => times.Sum());
        rounds.Begin(
            Device.Id,
            spoken,
            CheckedDrawings.Of(House, Words),
            drawing => asked.GetValueOrDefault((drawing, MarkOf(drawing))),
            Random.Shared
        );
        return GoOn();
    }

    /// <param name="at">Which of the round's drawings was shown.</param>
    /// <param name="mark">As it was drawn then.</param>
    /// <param name="before">Words of others that were touched.</param>
    /// <param name="said">Words that were typed; they go before.</param>
    public IActionResult OnPostAnswer(int? at, string? drawing, string? mark, string? answer, string? before, string? said)
    {
        Typed = said ?? "";
        if (Round is not { } round)
        {
            return Refuse("check.wrong.no-round");
        }

        if (answer is null || !Answers.TryRead(answer, out var understanding))
        {
            return Refuse("check.wrong.answer");
        }

        if (!SaidWords.TryRead(string.IsNullOrWhiteSpace(said) ? before : said, round.Language, out var words))
        {
            return Refuse("check.wrong.too-long");
        }

        if (round.Drawings.ElementAtOrDefault(at ?? -1) is not { } asked || asked != drawing)
        {
            return Refuse("check.wrong.answered");
        }

        if (MarkOf(asked) != mark)
        {
            return Refuse("check.wrong.replaced");
        }

        var shown = new ShownDrawing(asked, mark, round.Language);
        return rounds.Answer(
            Device.Id,
            at!.Value,
            new CheckAnswer(shown, understanding, understanding is Understanding.Right or Understanding.Unknown ? "" : words)
        )
            ? GoOn()
            : Refuse("check.wrong.answered");
    }

    public IActionResult OnPostSkip(int? at)
    {
        rounds.Skip(Device.Id, at ?? -1);
        return GoOn();
    }

    public IActionResult OnPostUndo() => rounds.TakeBack(Device.Id) ? GoOn() : Refuse("check.wrong.undo");

    public IActionResult OnPostEnd()
    {
        rounds.End(Device.Id);
        return GoOn();
    }

    private IActionResult Refuse(string trouble)
    {
        Trouble = trouble;
        return Page();
    }

    private RedirectResult GoOn() => Redirect("/guide/check");
}
