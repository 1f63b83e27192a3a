using System.Text.Json;

namespace Kiosk.Core.Printing;

/// <summary>The printers the kiosk knows, one file each.</summary>
public sealed class PrinterProfiles(string folder)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter<Cut>(JsonNamingPolicy.KebabCaseLower) },
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Names of the files, sorted.</summary>
    public IReadOnlyList<string> Ids => [.. Directory.EnumerateFiles(folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <returns>Null when there is no such profile.</returns>
    /// <exception cref="InvalidDataException">The file cannot be read as a profile; the message names it.</exception>
    public PrinterProfile? Find(string id) => Ids.Contains(id, StringComparer.Ordinal) ? Read(id) : null;

    private PrinterProfile Read(string id)
    {
        var file = Path.Combine(folder, id + ".json");
        try
        {
            var profile = JsonSerializer.Deserialize<PrinterProfile>(File.ReadAllText(file), Form)!;
            return profile.Id == id ? profile : throw new JsonException($"its id is '{profile.Id}', not '{id}'");
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"The printer profile {file} cannot be used: {problem.Message}", problem);
        }
    }
}
