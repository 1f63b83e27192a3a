using System.Text.Json;
using System.Text.Json.Nodes;
using Kiosk.Core.Exchange.Hsds;
using Kiosk.Core.Exchange.Spreadsheets;
using Kiosk.Core.Houses;

namespace Kiosk.Core.Exchange.Incoming;

/// <summary>Finds out what was brought in, and what it would do to the house.</summary>
public static class IncomingHouse
{
    /// <summary>A house file is a whole house; everything else leaves alone what it does not name.</summary>
    public static bool IsHouseFile(IncomingFiles files) => files.Files is [var only] && HouseFileIn(only, out _) is not null;

    /// <summary>A house file, HSDS as JSON, as a zip or as tables, or a sheet of the programme: told apart by what is in it.</summary>
    public static ImportPlan Plan(IncomingFiles files, JsonObject house, HsdsWishes wishes) =>
        files.Files switch
        {
            [] => ImportPlan.Nothing([
                .. files.Problems,
                .. files.Problems.Count > 0 ? [] : new[] { new RowProblem(new Place(""), "There is no CSV or JSON file here.") },
            ]),
            [var only] when HouseFileIn(only, out var text) is { } root => WholeHouse(only.Name, text, root, house, wishes.Pictograms),
            [var only] when IsSheet(only) => ProgrammeReading.Plan(only, house, wishes.Pictograms),
            _ => HsdsImport.Plan(HsdsFiles.Read(files), house, wishes),
        };

    private static bool IsSheet(IncomingFile file) =>
        Path.GetExtension(file.Name).Equals(".csv", StringComparison.OrdinalIgnoreCase) && HsdsCsv.TableOf(file.Name) is null;

    private static JsonObject? HouseFileIn(IncomingFile file, out string text)
    {
        text = "";
        if (!Path.GetExtension(file.Name).Equals(".json", StringComparison.OrdinalIgnoreCase) || file.Text(out _) is not { } read)
        {
            return null;
        }

        try
        {
            text = read;
            return
                JsonNode.Parse(read, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) is JsonObject root
                && root.ContainsKey("format")
                && root.ContainsKey("house")
                ? root
                : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or ArgumentException)
        {
            return null; // the HSDS reader says what is wrong with it
        }
    }

    private static ImportPlan WholeHouse(string name, string text, JsonObject root, JsonObject house, IReadOnlySet<string> pictograms)
    {
        var problems = HouseFile.Read(text, pictograms).Problems;
        if (problems.Count > 0)
        {
            return ImportPlan.Nothing([
                .. problems.Select(problem => new RowProblem(new Place(name, Path: problem.Path), problem.Sentence)),
            ]);
        }

        var changes = HouseDifference.Between(house, root);
        var entries = 1 + root.Select(p => p.Value).OfType<JsonArray>().Sum(list => list.Count);
        return new ImportPlan(text, changes, entries - changes.Count(change => change.Fate != EntryFate.Removed), [], []);
    }
}
