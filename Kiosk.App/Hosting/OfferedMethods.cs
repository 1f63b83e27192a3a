using Microsoft.AspNetCore.Diagnostics;

namespace Kiosk.App.Hosting;

/// <summary>Marks an endpoint or a page of the visitor's side that takes POST.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TakesPostAttribute : Attribute;

/// <summary>GET is safe everywhere. POST is taken only where it is offered, and only from our own pages.</summary>
internal static class OfferedMethods
{
    /// <summary>Comes after routing, by which it knows what a request is for.</summary>
    public static void UseMethodsAsOffered(this WebApplication app)
    {
        app.Use(
            async (context, next) =>
            {
                if (Refusal(context) is { } refusal)
                {
                    await Refuse(context, refusal.Status, refusal.Sentence);
                    return;
                }

                await next(context);
            }
        );
    }

    private static (int Status, string Sentence)? Refusal(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || IsWayBack(context))
        {
            return null;
        }

        if (!HttpMethods.IsPost(request.Method) || !TakesPost(context))
        {
            return (StatusCodes.Status405MethodNotAllowed, "This address answers to GET only.");
        }

        return IsFromHere(request)
            ? null
            : (StatusCodes.Status403Forbidden, "This was sent by another site; only the kiosk's own pages may.");
    }

    /// <summary>Whether the request was looked at already, and is now led to the page that says what was wrong with it.</summary>
    private static bool IsWayBack(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    /// <summary>Staff's pages ask for the token of their form besides.</summary>
    private static bool TakesPost(HttpContext context) =>
        context.Side() == Side.Staff || context.GetEndpoint()?.Metadata.GetMetadata<TakesPostAttribute>() is not null;

    /// <summary>Browsers say where a request comes from; whoever says nothing is a tool.</summary>
    private static bool IsFromHere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is "" or "same-origin" or "none"
            // a plain form under Referrer-Policy: no-referrer
            && (origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}" || (origin == "null" && site == "same-origin"));
    }

    private static async Task Refuse(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status405MethodNotAllowed)
        {
            context.Response.Headers.Allow = "GET, HEAD";
        }

        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(sentence);
    }
}
