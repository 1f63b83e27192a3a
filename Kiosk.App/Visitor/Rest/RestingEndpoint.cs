using Kiosk.App.Hosting;
using Kiosk.App.Live;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Visitor.Rest;

/// <summary>
/// What the page on the screen answers to staff at a tablet: <c>POST /resting</c>, <c>/corner</c> and <c>/sounded</c>. They count nothing.
/// </summary>
internal static class RestingEndpoint
{
    public static void MapResting(this WebApplication app)
    {
        app.MapPost("/resting", Rest).ByThePage();
        app.MapPost("/corner", Touch).ByThePage();
        app.MapPost("/sounded", Sound).ByThePage();
    }

    /// <summary>There is no cookie to abuse; what another site sends is refused (<see cref="OfferedMethods"/>).</summary>
    private static void ByThePage(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new TakesPostAttribute()).DisableAntiforgery().OnVisitorSide();

    private static NoContent Rest([FromForm] string? question, [FromForm] string? rests, IdleScreenProbe screen)
    {
        screen.Answer(question, rests == "yes");
        return TypedResults.NoContent();
    }

    private static NoContent Touch([FromForm] string? touched, TouchTest test)
    {
        test.Hear(touched);
        return TypedResults.NoContent();
    }

    private static NoContent Sound([FromForm] string? heard, SoundTest test)
    {
        test.Hear(heard);
        return TypedResults.NoContent();
    }
}
