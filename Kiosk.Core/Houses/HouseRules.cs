using System.Text.RegularExpressions;
using Kiosk.Core.Languages;
using Kiosk.Core.Schema;

namespace Kiosk.Core.Houses;

/// <summary>
/// What must hold between the entries of a house: ids are readable and unique, references resolve, topics are two levels deep.
/// </summary>
internal static partial class HouseRules
{
    /// <param name="pictograms">Names of the drawings there are.</param>
    /// <param name="noted">What the reader could not read, and put a stand-in for: no rule speaks of those. What breaks a rule is
    /// added.</param>
    public static void Check(HouseParts house, IReadOnlySet<string> pictograms, List<Problem> noted)
    {
        var (unread, broken) = (noted.Select(problem => problem.Path).ToHashSet(StringComparer.Ordinal), new List<Problem>());
        var values = EntrySchema.ValuesIn(house, "").ToList();
        CheckIds(values, broken);
        CheckReferences(values, broken, unread);
        CheckTopics(house, broken);
        CheckPictograms(values, pictograms, broken);
        if (!unread.Any(path => path is "house" || path.StartsWith("house.languages", StringComparison.Ordinal)))
        {
            CheckHouseLanguage(house, values, broken);
        }

        CheckPrices(house, broken, unread);
        noted.AddRange(broken.Where(problem => !unread.Any(path => IsAtOrBelow(path, problem.Path))));
    }

    /// <summary>Whether an id of a list could not be read: then nobody knows what is in it.</summary>
    private static bool IsUnsure(string list, HashSet<string> unread) =>
        unread.Any(path =>
            path == list
            || (
                path.StartsWith(list + "[", StringComparison.Ordinal) && (path[^1] == ']' || path.EndsWith(".id", StringComparison.Ordinal))
            )
        );

    private static bool IsAtOrBelow(string path, string place) =>
        path.StartsWith(place, StringComparison.Ordinal) && (path.Length == place.Length || path[place.Length] is '.' or '[');

    private static void CheckPrices(HouseParts house, List<Problem> problems, HashSet<string> unread)
    {
        IEnumerable<(string Path, bool Free, LocalizedText? Fees)> prices =
        [
            .. house.Services.Select((x, i) => ($"services[{i}]", x.CostFree, x.FeesDescription)),
            .. house.Activities.Select((x, i) => ($"activities[{i}]", x.CostFree, x.FeesDescription)),
        ];
        problems.AddRange(
            prices
                .Where(x => !x.Free && x.Fees is null && !unread.Contains(x.Path) && !unread.Contains(x.Path + ".costFree"))
                .Select(x => new Problem(
                    x.Path + ".feesDescription",
                    "It costs something, but not what: write the price as people say it, such as { \"fr\": \"Repas 3 €\" }."
                ))
        );
    }

    private static void CheckIds(List<EntryValue> values, List<Problem> problems)
    {
        var seen = new Dictionary<(string List, string Id), string>();
        foreach (var (place, id) in Lines(values, LineShape.Id))
        {
            if (!Slug().IsMatch(id))
            {
                problems.Add(new Problem(place, $"'{id}' is no id: write 2 to 40 lower-case letters, digits and hyphens."));
            }

            if (!seen.TryAdd((ListOf(place), id), place))
            {
                problems.Add(new Problem(place, $"'{id}' stands already at {seen[(ListOf(place), id)]}: give each its own id."));
            }
        }
    }

    private static void CheckReferences(List<EntryValue> values, List<Problem> problems, HashSet<string> unread)
    {
        var ids = Lines(values, LineShape.Id).Select(id => (ListOf(id.Place), id.Line)).ToHashSet();
        var unsure = values
            .Select(value => value.Field.About.In)
            .OfType<string>()
            .Distinct()
            .Where(list => IsUnsure(list, unread))
            .ToHashSet();
        problems.AddRange(
            from value in values
            let list = value.Field.About.In
            where list is not null && !unsure.Contains(list) && !ids.Contains((list, (string)value.Value))
            select new Problem(value.Place, $"There is no '{value.Value}' in {list}: correct the id, or add it there.")
        );
    }

    private static void CheckTopics(HouseParts house, List<Problem> problems)
    {
        var narrow = house.Topics.Where(topic => topic.ParentId is not null).Select(topic => topic.Id).ToHashSet();
        problems.AddRange(
            house
                .Topics.Index()
                .Where(topic => topic.Item.ParentId is { } parent && narrow.Contains(parent))
                .Select(topic => new Problem(
                    $"topics[{topic.Index}].parentId",
                    "Topics are two levels deep at most: name a topic that has no parentId itself."
                ))
        );
    }

    private static void CheckPictograms(List<EntryValue> values, IReadOnlySet<string> pictograms, List<Problem> problems) =>
        problems.AddRange(
            Lines(values, LineShape.Pictogram)
                .Where(use => !pictograms.Contains(use.Line))
                .Select(use => new Problem(
                    use.Place,
                    $"There is no drawing '{use.Line}': choose one from docs/pictograms.md, or add {use.Line}.svg to the pictograms."
                ))
        );

    /// <summary>Names must exist in the house's own language: everything falls back to it.</summary>
    private static void CheckHouseLanguage(HouseParts house, List<EntryValue> values, List<Problem> problems)
    {
        var language = house.House.Language;
        if (house.House.Languages.Distinct().Count() < house.House.Languages.Count)
        {
            problems.Add(new Problem("house.languages", "A language stands here twice: leave one out."));
        }

        problems.AddRange(
            values
                .Where(value => value.Field.About.InOwnLanguage && !((LocalizedText)value.Value).Has(language))
                .Select(value => new Problem(value.Place, $"The house's own language is missing here: add \"{language}\"."))
        );
    }

    private static IEnumerable<(string Place, string Line)> Lines(IEnumerable<EntryValue> values, LineShape shape) =>
        values.Where(value => value.Field.About.Shape == shape).Select(value => (value.Place, (string)value.Value));

    /// <summary>The list in which a value stands.</summary>
    private static string ListOf(string place) => place.Split('[')[0];

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,39}\\z")]
    private static partial Regex Slug();
}
