using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.WebEncoders;

namespace Kiosk.App.Hosting;

/// <summary>What the whole program stands on.</summary>
internal static class Startup
{
    /// <summary>Largest body a visitor's page may send, bytes: a tap is under 1 000.</summary>
    private const int LargestBodyBytes = 16 * 1024;

    /// <summary>Set in code and not in a file, because without the file ASP.NET Core logs every address at Information.</summary>
    public static void ConfigureLoggingAndLimits(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Warning);
        builder.Logging.SetMinimumLevel(LogLevel.Information);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("System", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error); // warns of single connections, of a busy machine
        // warns of keys in plain files; they lie beside what they protect
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error); // warns that it forbids caching, as we do
        // why it cannot start is told in a sentence
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBodyBytes;
        });
    }

    /// <summary>Settings from the command line, from the environment and from the file beside the program, in this order.</summary>
    /// <remarks>They are read once: no file is watched.</remarks>
    public static WebApplicationBuilder NewBuilder(string[] settings) =>
        WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = [.. settings, "--hostBuilder:reloadConfigOnChange=false"],
                ContentRootPath = AppContext.BaseDirectory,
            }
        );

    /// <summary>The settings of a command that runs without the web: the same sources as the kiosk's, in the same order.</summary>
    public static IConfiguration ReadConfiguration(string[] settings) => NewBuilder(settings).Configuration;

    /// <param name="start">Null for a command: it refuses what it cannot use.</param>
    /// <param name="problemsOfHouse">What is wrong with a house file for a data folder, told with what is wrong with the settings; null for
    /// a command, which loads none.</param>
    public static void AddSettings(
        this WebApplicationBuilder builder,
        StartupState? start = null,
        Func<string, string, IEnumerable<string>>? problemsOfHouse = null
    )
    {
        if (start is { KeepsGoing: false })
        {
            RefuseAllAtOnce(builder.Configuration, problemsOfHouse);
        }

        start ??= new StartupState(keepsGoing: false);
        var settings = start.KeepsGoing
            ? SettingsReader.ReadWhatCanBeUsed(builder.Configuration, start.Note)
            : SettingsReader.Read(builder.Configuration);
        if (start.KeepsGoing && MachineNames.IsWithoutAddressOf(settings.StaffUrl))
        {
            start.Note(
                $"Kiosk:StaffUrl is {settings.StaffUrl}, an address that this machine did not have when it started: tablets are "
                    + "heard at all that it has."
            );
            settings.StaffUrl = $"https://0.0.0.0:{new Uri(settings.StaffUrl).Port}"; // no cable must not keep the visitors' screen dark
        }

        builder.Services.AddSingleton(start);
        builder.Services.AddSingleton(settings);

        // Razor escapes every letter beyond Latin by default; an Arabic page would be three times its size.
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }

    /// <summary>When settings cannot be used, what is wrong with the house file that they name is told with them.</summary>
    private static void RefuseAllAtOnce(IConfiguration configuration, Func<string, string, IEnumerable<string>>? problemsOfHouse)
    {
        if (SettingsReader.ProblemsOf(configuration) is { Count: > 0 } problems)
        {
            var (given, usual) = (configuration.GetSection(KioskSettings.Section), new KioskSettings());
            var house = problemsOfHouse?.Invoke(
                given[nameof(KioskSettings.House)] ?? usual.House,
                given[nameof(KioskSettings.Data)] ?? usual.Data
            );
            throw new StartupException(string.Join(Environment.NewLine, [.. problems, .. house ?? []]));
        }
    }
}
