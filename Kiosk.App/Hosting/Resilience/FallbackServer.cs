using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kiosk.App.Monitoring;
using Kiosk.Core.Languages;
using Kiosk.Core.Pictograms;
using Microsoft.Extensions.FileProviders;

namespace Kiosk.App.Hosting.Resilience;

/// <summary>
/// Stands at the visitor's address while the kiosk cannot start: a calm page that says to ask a person, and small below it to staff what is
/// wrong.
/// </summary>
internal static class FallbackServer
{
    /// <summary>How long it stands before the kiosk tries again.</summary>
    private static readonly TimeSpan Standing = TimeSpan.FromSeconds(10);

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All); // letters of every script as they are

    private static readonly string ScreenFolder = Path.Combine(AppContext.BaseDirectory, "Visitor", "Screen");

    /// <param name="languages">Of the house, when it was read; else it speaks all that the program has.</param>
    /// <returns>Whether to try again; false when the program is to end.</returns>
    /// <exception cref="IOException">Another program has the address.</exception>
    public static async Task<bool> StandAsync(KioskSettings settings, string sentence, IReadOnlyList<LanguageTag> languages)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenFor(Side.Visitor, settings.VisitorUrl));
        await using var app = builder.Build();
        app.UsePageHeaders();
        if (Directory.Exists(ScreenFolder))
        {
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(ScreenFolder), RequestPath = "/asleep" });
        }

        var page = Write(sentence, Said(languages), StaffAddress(settings));
        app.Run(context => Answer(context, page, sentence));
        await app.StartAsync();
        return await WaitAsync(app, sentence);
    }

    private static async Task<bool> WaitAsync(WebApplication app, string sentence)
    {
        var manager = new SystemdNotifier();
        manager.Ready();
        manager.SetStatus(sentence);
        var ending = app.Lifetime.ApplicationStopping;
        using var timer = new PeriodicTimer(manager.Patience is { } patience && patience / 2 < Standing ? patience / 2 : Standing);
        try
        {
            for (var stood = TimeSpan.Zero; stood < Standing; stood += timer.Period)
            {
                manager.IsAlive();
                await timer.WaitForNextTickAsync(ending);
            }
        }
        catch (OperationCanceledException)
        {
            manager.Stopping();
            return false;
        }

        await app.StopAsync();
        return true;
    }

    /// <summary>
    /// To programs in JSON, to the screen as a page; 503 in both cases, so that an open page knows that it is none of the house's.
    /// </summary>
    private static Task Answer(HttpContext context, string page, string sentence)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        if (context.Request.Path == "/health")
        {
            return context.Response.WriteAsJsonAsync(
                new FallbackReport("asleep", ProgramVersion.Text, sentence),
                AsleepJson.Default.FallbackReport
            );
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(page);
    }

    private static string Write(string sentence, IReadOnlyList<Wording> said, string staffAddress)
    {
        var lines = new StringBuilder();
        foreach (var line in said)
        {
            lines.AppendLine(
                System.Globalization.CultureInfo.InvariantCulture,
                $"    <p lang=\"{line.Language}\" dir=\"{line.Language.Direction}\">{Html.Encode(line.Text)}</p>"
            );
        }

        return $"""
            <!DOCTYPE html>
            <html lang="{(said.Count > 0 ? said[0].Language.Value : "en")}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width">
              <title>Kiosk</title>
              <link rel="icon" href="data:,">
              <link rel="stylesheet" href="/asleep/asleep.css">
              <script type="module" src="/asleep/asleep.js"></script>
            </head>
            <body data-asleep>
              <div class="asleep">
                {Drawing()}
                <div class="asleep-said">
            {lines}    </div>
              </div>
              <p class="asleep-staff" lang="en" dir="ltr">{Html.Encode(sentence)} <bdi>{Html.Encode(staffAddress)}</bdi></p>
            </body>
            </html>
            """;
    }

    /// <summary>The sentence in each language; none when the words cannot be read, and the drawing says it alone.</summary>
    private static IReadOnlyList<Wording> Said(IReadOnlyList<LanguageTag> languages)
    {
        var phrases = Phrasebook.Load(ProgramFiles.Words, _ => { });
        var spoken = languages.Count > 0 ? languages : [.. phrases.Languages];
        return
        [
            .. spoken
                .Where(phrases.Knows)
                .Select(language => phrases.Translate("asleep.ask", language, language))
                .Where(wording => wording.Text != "asleep.ask")
                .Distinct(),
        ];
    }

    private static string Drawing() =>
        Encoding
            .UTF8.GetString(new PictogramSet(ProgramFiles.Pictograms, null)["person"].Bytes)
            .Replace("<svg ", "<svg class=\"pictogram\" aria-hidden=\"true\" ", StringComparison.Ordinal);

    private static string StaffAddress(KioskSettings settings) =>
        $"https://{MachineNames.OfThisMachine().LocalName}:{new Uri(settings.StaffUrl).Port}";
}
