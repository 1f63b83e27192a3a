using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kiosk.Core.Houses;

namespace Kiosk.Core.Exchange;

/// <summary>A house as an import would have it, before anybody checked whether it can be one.</summary>
/// <param name="After">A house file; entries that cannot be are put back as they were.</param>
/// <param name="Places">Where the entries that were brought in stand.</param>
/// <param name="WordsForMissing">What to say when a key such as <c>services.locationId</c> is not there, in the words of the file that was
/// brought in.</param>
/// <param name="Refused">Entries that were brought in and of which something cannot be taken.</param>
internal sealed record HouseProposal(
    JsonObject Before,
    JsonObject After,
    IReadOnlyDictionary<(string List, string Id), Place> Places,
    IReadOnlyDictionary<string, string> WordsForMissing,
    HashSet<(string List, string Id)> Refused,
    List<RowProblem> Problems,
    List<RowProblem> Remarks
);

/// <summary>Takes out of a proposal what the house file's reader refuses, so that the rest can be taken over.</summary>
internal static partial class HouseAssembly
{
    /// <summary>Each round may free what leaned on what the round before took out; an entry leans on three others at most.</summary>
    private const int MostRounds = 60;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ImportPlan Check(HouseProposal proposal, IReadOnlySet<string> pictograms)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var file = proposal.After.ToJsonString(Readable);
            var problems = HouseFile.Read(file, pictograms).Problems;
            if (problems.Count == 0)
            {
                return Plan(proposal, file);
            }

            if (!TakeOut(proposal, problems))
            {
                proposal.Problems.AddRange(
                    problems.Select(problem => new RowProblem(new Place("house.json", Path: problem.Path), problem.Sentence))
                );
                break;
            }
        }

        return new ImportPlan(null, [], 0, proposal.Problems, proposal.Remarks);
    }

    private static ImportPlan Plan(HouseProposal proposal, string file)
    {
        var changes = HouseDifference.Between(proposal.Before, proposal.After);
        var brought = proposal.Places.Keys.Where(entry => entry.List != "house").Except(proposal.Refused);
        var unchanged = brought.Except(changes.Select(change => (change.List, change.Id))).Count();
        return new ImportPlan(file, changes, unchanged, proposal.Problems, proposal.Remarks);
    }

    private static bool TakeOut(HouseProposal proposal, IReadOnlyList<Problem> problems)
    {
        var wrong = new Dictionary<(string List, int Index), List<Problem>>();
        foreach (var problem in problems)
        {
            if (Where(problem.Path) is { } where)
            {
                wrong.TryAdd(where, []);
                wrong[where].Add(problem);
            }
        }

        var taken = false;
        foreach (var (where, said) in wrong.OrderByDescending(entry => entry.Key.Index))
        {
            taken |= TakeOut(proposal, where.List, where.Index, said);
        }

        return taken;
    }

    private static bool TakeOut(HouseProposal proposal, string list, int index, List<Problem> said)
    {
        var entry = index < 0 ? proposal.After[list] : proposal.After[list]?[index];
        var id = index < 0 ? "" : entry?["id"]?.ToString() ?? "";
        if (entry is null || !proposal.Places.TryGetValue((list, id), out var place))
        {
            return false;
        }

        var before =
            index < 0 ? proposal.Before[list] : (proposal.Before[list] as JsonArray ?? []).FirstOrDefault(e => e?["id"]?.ToString() == id);
        if (JsonNode.DeepEquals(before, entry))
        {
            return false; // as it was: what is wrong came from elsewhere
        }

        if (index < 0)
        {
            proposal.After[list] = before!.DeepClone();
        }
        else if (before is null)
        {
            proposal.After[list]!.AsArray().RemoveAt(index);
        }
        else
        {
            proposal.After[list]![index] = before.DeepClone();
        }

        proposal.Refused.Add((list, id));
        proposal.Problems.AddRange(said.Select(problem => new RowProblem(place, InEntry(proposal, list, entry, problem))));
        return true;
    }

    private static string InEntry(HouseProposal proposal, string list, JsonNode entry, Problem problem)
    {
        var key = EntryPath().Replace(problem.Path, "").TrimStart('.');
        if (proposal.WordsForMissing.TryGetValue($"{list}.{key}", out var words) && entry[key] is null)
        {
            return words;
        }

        return key.Length == 0 ? problem.Sentence : $"{key}: {problem.Sentence}";
    }

    private static (string List, int Index)? Where(string path)
    {
        var match = EntryPath().Match(path);
        return !match.Success ? null
            : match.Groups[2].Success
                ? (match.Groups[1].Value, int.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture))
            : match.Groups[1].Value == "house" ? ("house", -1)
            : null;
    }

    [GeneratedRegex(@"^(\w+)(?:\[(\d+)\])?")]
    private static partial Regex EntryPath();
}
