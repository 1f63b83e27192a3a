using System.Text.Json.Serialization;

namespace Kiosk.App.Shared.KeepingGoing;

/// <summary><c>/health</c> of a kiosk that cannot start.</summary>
internal sealed record AsleepReport(string Status, string Version, string Trouble);

/// <summary>Written at build time: without the web's own services nothing else is there to write it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AsleepReport))]
internal sealed partial class AsleepJson : JsonSerializerContext;
