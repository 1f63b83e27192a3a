using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kiosk.Core.Printing;

/// <summary>The printers the kiosk knows, one file each.</summary>
public sealed class PrinterProfiles(string folder)
{
    /// <summary>Names of the files, sorted.</summary>
    public IReadOnlyList<string> Ids =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.json")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal),
        ];

    /// <returns>Null when there is no such profile.</returns>
    /// <exception cref="InvalidDataException">The file cannot be read as a profile; the message names it.</exception>
    public PrinterProfile? Find(string id) => Ids.Contains(id, StringComparer.Ordinal) ? Read(id) : null;

    /// <summary>The same; one that is not there or cannot be read prints as nearly every printer does.</summary>
    public PrinterProfile FindOrPlain(string id)
    {
        try
        {
            return Find(id) ?? PrinterProfile.Plain;
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return PrinterProfile.Plain;
        }
    }

    private static string? Problem(PrinterProfile profile, string id) =>
        profile.Id != id ? $"its id is '{profile.Id}', not '{id}'."
        : profile.PaperDots is not { Count: > 0 } dots || dots.Any(width => width is not (576 or 512 or 384))
            ? "paperDots are 576, 512 or 384."
        : profile.DotsPerInch is < 100 or > 600 ? "dotsPerInch is 203 or 180."
        : profile.FeedUnitsPerInch is < 100 or > 1200 ? "feedUnitsPerInch is once or twice the dots."
        : profile.BandBytes is < 256 or > 4096 ? "bandBytes is 256 to 4096."
        : profile.PauseMilliseconds is < 0 or > 200 ? "pauseMilliseconds is 0 to 200."
        : profile.FeedBeforeCutDots is < 0 or > 1000 ? "feedBeforeCutDots is 0 to 1000."
        : null;

    private PrinterProfile Read(string id)
    {
        var file = Path.Combine(folder, id + ".json");
        try
        {
            var profile = JsonSerializer.Deserialize(File.ReadAllText(file), PrinterProfileForm.Default.PrinterProfile)!;
            return Problem(profile, id) is { } problem ? throw new JsonException(problem) : profile;
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"The printer profile {file} cannot be used: {problem.Message}", problem);
        }
    }
}

/// <summary>How a profile is written; the code that reads it is made when the program is built, and not at each start.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(CutWords)],
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(PrinterProfile))]
internal sealed partial class PrinterProfileForm : JsonSerializerContext;

/// <summary>A cut in words: <c>feed-and-partial</c>.</summary>
internal sealed class CutWords() : JsonStringEnumConverter<Cut>(JsonNamingPolicy.KebabCaseLower);
