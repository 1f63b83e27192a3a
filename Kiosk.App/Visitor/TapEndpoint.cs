namespace Kiosk.App.Visitor;

internal static class TapEndpoint
{
    public static void MapTaps(this WebApplication app) => app.MapPost("/tap", () => TypedResults.NoContent()).WithMetadata(new TakesPost());
}
