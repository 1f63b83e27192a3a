namespace Kiosk.App.Hosting;

/// <summary>Refuses a request that asks for another host: a page of another site may have its own name lead here.</summary>
internal static class OwnHosts
{
    /// <param name="isOwn">Whether a host, without its port, is one of ours.</param>
    public static void UseOwnHosts(this IApplicationBuilder app, Func<string, bool> isOwn) =>
        app.Use(
            (context, next) =>
            {
                if (!context.Request.Host.HasValue || isOwn(context.Request.Host.Host))
                {
                    return next(context);
                }

                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                context.Response.ContentType = "text/plain; charset=utf-8";
                return context.Response.WriteAsync("This kiosk goes by another name.");
            }
        );
}
