using System.Text.Json.Nodes;
using Kiosk.Tests.Houses;

namespace Kiosk.Tests.Support;

/// <summary>The demo house as a machine wrote it in some languages: a file for <c>Kiosk:House</c>.</summary>
public sealed class UnreadHouse : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public UnreadHouse(params string[] languages)
    {
        var house = JsonNode.Parse(DemoHouse.Json)!;
        house["house"]!["unreviewed"] = new JsonArray([.. languages.Select(language => JsonValue.Create(language))]);
        File.WriteAllText(_file, house.ToJsonString());
    }

    public string Setting => "Kiosk:House=" + _file;

    public void Dispose() => File.Delete(_file);
}
