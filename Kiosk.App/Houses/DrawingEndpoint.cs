using Kiosk.App.Hosting;
using Kiosk.Core.Pictograms;

namespace Kiosk.App.Houses;

/// <summary><c>GET /drawing/{mark}/{name}</c>: a drawing of the house's as a picture; its address changes with it.</summary>
internal static class DrawingEndpoint
{
    public static void MapDrawings(this WebApplication app) => app.MapGet("/drawing/{mark}/{name}", Draw).OnBothSides();

    private static IResult Draw(string mark, string name, Pictograms pictograms, HttpResponse response)
    {
        if (pictograms.Set.Find(name) is not { } file || file.Mark != mark)
        {
            return TypedResults.NotFound();
        }

        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox"; // opened by itself, it is a picture still
        return TypedResults.Bytes(file.Bytes, file.Format == DrawingFormat.Png ? "image/png" : "image/svg+xml");
    }
}
