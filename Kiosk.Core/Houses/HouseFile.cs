using System.Text.Json;

namespace Kiosk.Core.Houses;

/// <summary>Reads a house file (format 1, see <c>docs/house-file.md</c>): a whole house, or all of its problems.</summary>
public static class HouseFile
{
    private static readonly JsonDocumentOptions OnceOnly = new() { AllowDuplicateProperties = false };

    /// <param name="json">The file's text.</param>
    /// <param name="pictograms">Names of the drawings there are.</param>
    public static HouseReading Read(string json, IReadOnlySet<string> pictograms)
    {
        try
        {
            using var document = JsonDocument.Parse(json, OnceOnly);
            return Read(document.RootElement, pictograms);
        }
        catch (JsonException problem)
        {
            if (problem.LineNumber is not { } before)
            {
                using var lastCounts = JsonDocument.Parse(json);
                return new HouseReading(
                    null,
                    [
                        new Problem("", $"A key stands twice in one place of the file: leave one out. ({problem.Message})"),
                        .. Read(lastCounts.RootElement, pictograms).Problems.Take(JsonEntry.MostProblems),
                    ]
                );
            }

            var line = before + 1;
            return new HouseReading(
                null,
                [
                    new Problem(
                        "",
                        $"This is not a JSON file: the reader stopped at line {line}. Look for a missing comma, quote or bracket there."
                    ),
                ]
            );
        }
        catch (InvalidOperationException)
        {
            // what JsonElement throws for an escape such as \ud800 that is half a letter
            return new HouseReading(null, [new Problem("", "Somewhere \\u and four signs stand for no letter: write the letter itself.")]);
        }
    }

    /// <summary>Every drawing that a house file names, whether there is one or not; none when it is no JSON.</summary>
    public static IReadOnlySet<string> PictogramsIn(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Named(document.RootElement).ToHashSet();
        }
        catch (JsonException)
        {
            return new HashSet<string>();
        }
    }

    private static IEnumerable<string> Named(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Named),
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(part =>
                    part is { Name: "pictogram", Value.ValueKind: JsonValueKind.String } ? [part.Value.GetString()!] : Named(part.Value)
                ),
            _ => [],
        };

    public static HouseReading Read(JsonElement root, IReadOnlySet<string> pictograms)
    {
        var file = new JsonEntry(root, "", []);
        var house = EntryReader.Read<HouseParts>(file);
        if (file.Problems.Count <= JsonEntry.MostProblems) // else not every stand-in was noted, and rules would speak of them
        {
            HouseRules.Check(house, pictograms, file.Problems);
        }

        return file.Problems.Count == 0 ? new HouseReading(house.Assemble(), []) : new HouseReading(null, file.Problems);
    }
}
