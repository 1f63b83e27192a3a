using Kiosk.Core.Houses.Editing;

namespace Kiosk.App.Staff.Guide;

/// <summary>Says in the language of the tablet what the house file's reader says in English, as far as it is common.</summary>
internal static class ProblemWords
{
    /// <summary>How a sentence of the reader begins, and the phrase that says the same.</summary>
    public static readonly IReadOnlyDictionary<string, string> Phrases = new Dictionary<string, string>
    {
        ["This is missing"] = "guide.problem.missing",
        ["The house's own language is missing"] = "guide.problem.own-language",
        ["Write a phone number"] = "guide.problem.phone",
        ["Write a whole web address"] = "guide.problem.url",
        ["Write a date"] = "guide.problem.date",
        ["Write a time"] = "guide.problem.time",
        ["Write both opensAt"] = "guide.problem.both-times",
        ["Name at least one day"] = "guide.problem.no-day",
        ["Name at least one topic"] = "guide.problem.no-topic",
        ["Name at least one language"] = "guide.problem.no-language",
        ["The last day lies before"] = "guide.problem.last-before-first",
        ["With an interval over 1"] = "guide.problem.interval",
        ["It costs something"] = "guide.problem.price",
        ["The QR is to hold"] = "guide.problem.qr",
        ["Topics are two levels"] = "guide.problem.levels",
        ["Write the country"] = "guide.problem.country",
        ["Write a text in quotes"] = "guide.problem.text",
        ["There is no '"] = "guide.problem.used",
    };

    public static IEnumerable<EntryProblem> For(IEnumerable<EntryProblem> problems, Guidebook book) =>
        problems.Select(problem =>
            Phrases.FirstOrDefault(known => problem.Sentence.StartsWith(known.Key, StringComparison.Ordinal)).Value is { } phrase
                ? problem with
                {
                    Sentence = book.Words.Translate(phrase).Text,
                }
                : problem
        );
}
