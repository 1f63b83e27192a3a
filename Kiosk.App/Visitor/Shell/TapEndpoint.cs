using Kiosk.App.Hosting;
using Kiosk.App.Live;
using Kiosk.Core.Counts;
using Kiosk.Core.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kiosk.App.Visitor.Shell;

/// <summary><c>POST /tap</c> with form fields <c>cell=topic/housing</c>: 204 once they are on disk.</summary>
internal static class TapEndpoint
{
    public static void MapTaps(this WebApplication app) =>
        app.MapPost("/tap", Count).WithMetadata(new TakesPostAttribute()).OnVisitorSide();

    private static async Task<Results<NoContent, ContentHttpResult>> Count(
        HttpContext context,
        TapCounter counter,
        Bell bell,
        VisitActivity visit,
        ILogger<TapCounter> logger
    )
    {
        IReadOnlyList<string> cells = [];
        try
        {
            cells = await ReadCells(context.Request);
            if (cells.Count == 0)
            {
                return Refusal(StatusCodes.Status400BadRequest, "Send one or more form fields cell=KIND/ID; nothing was counted.");
            }

            if (!counter.TryCount(cells))
            {
                return Refusal(StatusCodes.Status400BadRequest, "This house has no such cell; nothing was counted.");
            }

            Note(cells, bell, visit);
            return TypedResults.NoContent();
        }
        catch (BadHttpRequestException problem)
        {
            return Refusal(problem.StatusCode, "This is longer than a tap, or cut short; nothing was counted.");
        }
        catch (StorageException problem)
        {
            logger.LogError("A tap was not counted. {Problem}", problem.Message); // the visit goes on
            Note(cells, bell, visit); // it was touched or left all the same: a full disk leaves no visitor's bell to the next
            return Refusal(StatusCodes.Status503ServiceUnavailable, "The tap could not be written; nothing was counted.");
        }
    }

    private static void Note(IReadOnlyList<string> cells, Bell bell, VisitActivity visit)
    {
        if (cells.Any(EndsVisit))
        {
            bell.End();
            visit.End();
        }
        else
        {
            visit.Touch();
        }
    }

    private static bool EndsVisit(string cell) => cell.StartsWith("visit/ended-", StringComparison.Ordinal);

    /// <summary>The cells of the form; none when there is no form or it cannot be read.</summary>
    private static async Task<IReadOnlyList<string>> ReadCells(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return [];
        }

        try
        {
            return [.. (await request.ReadFormAsync())["cell"].OfType<string>()];
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return [];
        }
    }

    private static ContentHttpResult Refusal(int status, string sentence) => TypedResults.Text(sentence, "text/plain", statusCode: status);
}
