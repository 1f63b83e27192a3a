using System.Globalization;
using System.Text.Json.Nodes;
using Kiosk.Core.Houses;
using Kiosk.Core.Languages;
using Kiosk.Tests.Support;

namespace Kiosk.Tests.Houses;

/// <summary>The invented house of <c>assets/demo/house.json</c>: whole, or with something changed in it.</summary>
internal static class DemoHouse
{
    public static IReadOnlySet<string> Pictograms { get; } =
        SourceTree.Files("assets/pictograms", ".svg").Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet();

    public static string Json { get; } = SourceTree.Read("assets/demo/house.json");

    public static House Whole { get; } = Read(Json).House!;

    public static Phrasebook Phrases { get; } = Phrasebook.Load(SourceTree.PathOf("assets/languages"));

    public static Localizer Speaking(string language) => new(Phrases, LanguageTag.Parse(language), Whole.Profile.Language);

    public static HouseReading Read(string json) => HouseFile.Read(json, Pictograms);

    /// <summary>What comes of the file once something in it is changed.</summary>
    public static HouseReading With(Action<JsonNode> change)
    {
        var file = JsonNode.Parse(Json)!;
        change(file);
        return Read(file.ToJsonString());
    }

    /// <summary>
    /// What comes of the file once the value at <c>services[0].name</c> is another, given as JSON; null takes the key out.
    /// </summary>
    public static HouseReading With(string path, string? json) => With(file => Put(file, path, json));

    public static void Put(JsonNode file, string path, string? json)
    {
        var steps = path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        var owner = steps[..^1]
            .Aggregate(file, (node, step) => int.TryParse(step, CultureInfo.InvariantCulture, out var index) ? node[index]! : node[step]!);
        if (json is null)
        {
            owner.AsObject().Remove(steps[^1]);
        }
        else if (int.TryParse(steps[^1], CultureInfo.InvariantCulture, out var index))
        {
            owner[index] = JsonNode.Parse(json);
        }
        else
        {
            owner[steps[^1]] = JsonNode.Parse(json);
        }
    }
}
