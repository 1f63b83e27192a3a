using System.Text.Json.Serialization;

namespace Kiosk.App.Hosting.Resilience;

/// <summary><c>/health</c> of a kiosk that cannot start.</summary>
internal sealed record FallbackReport(string Status, string Version, string Trouble);

/// <summary>Written at build time: without the web's own services nothing else is there to write it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FallbackReport))]
internal sealed partial class AsleepJson : JsonSerializerContext;
