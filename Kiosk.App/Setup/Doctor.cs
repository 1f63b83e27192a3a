using Kiosk.App.Shared;
using Kiosk.Core.Languages;
using Kiosk.Core.Printing;
using Kiosk.Core.Printing.Drawing;

namespace Kiosk.App.Setup;

/// <summary>Looks over what printing needs, and says in words what to do.</summary>
internal static class Doctor
{
    /// <summary>Languages that the program speaks.</summary>
    private static readonly string[] Spoken = ["fr", "nl", "en", "ar"];

    /// <summary>Languages that houses here meet at their door: names and places in them may stand on a slip.</summary>
    private static readonly string[] Languages = [.. Spoken, "de", "es", "pt", "ro", "pl", "tr", "uk", "fa", "ti", "ps", "so"];

    /// <summary>15 mm: from the head of most printers to their cutter.</summary>
    private const int FeedForTestDots = 120;

    /// <summary>One thing that was looked at.</summary>
    /// <param name="Advice">What to do; null when all is well.</param>
    /// <param name="IsNote">It would be good to do; nothing fails without.</param>
    private sealed record Finding(string What, string? Advice, bool IsNote = false)
    {
        public string Mark => Advice is null ? "well" : IsNote ? "note" : "LOOK";
    }

    /// <returns>The exit code: 0 when all is well.</returns>
    public static int Examine(Arguments arguments)
    {
        var settings = SettingsReader.Read(Startup.ReadConfiguration(arguments.Settings));
        IReadOnlyList<Finding> findings = [.. Examine(settings), .. arguments.Options.ContainsKey(Arguments.PrintTest) ? PrintTest(settings) : []];
        foreach (var finding in findings)
        {
            Console.WriteLine($"{finding.Mark,-5} {finding.What}{(finding.Advice is null ? "" : $": {finding.Advice}")}");
        }

        return findings.All(finding => finding.Mark != "LOOK") ? ExitCode.Done : ExitCode.CouldNot;
    }

    private static IEnumerable<Finding> Examine(KioskSettings settings)
    {
        var missing = DrawingLibraries.MissingPackages();
        yield return new Finding("Libraries that draw slips", missing.Count == 0 ? null : $"install {string.Join(", ", missing)}.");
        foreach (var finding in missing.Count == 0 ? Letters() : [])
        {
            yield return finding;
        }

        if (FindPrinter(settings) is { } printer)
        {
            var state = printer.Ask();
            yield return new Finding($"Printer {settings.Printer} ({settings.PrinterProfile}, {settings.PaperDots} dots): {state.Word()}", state.Advice());
        }
        else
        {
            yield return new Finding(settings.Printer == "browser" ? "Printer: the browser's; how it is, only the browser knows" : "Printer: none is set", null);
        }
    }

    /// <summary>A letter without a font prints as a small box with numbers.</summary>
    private static IEnumerable<Finding> Letters()
    {
        var raster = SlipPrinting.NewRaster();
        return Languages.Select(LanguageTag.Parse).Select(language => new Finding(
            $"Letters of {language} ({language.NativeName})",
            raster.MissingLetters(language.NativeName, language) == 0 ? null : "no font has them; install fonts-noto-core.",
            IsNote: !Spoken.Contains(language.Value)));
    }

    private static IEnumerable<Finding> PrintTest(KioskSettings settings)
    {
        if (FindPrinter(settings) is null)
        {
            return [new Finding("Test page", "Kiosk:Printer names no printer of the kiosk's own: " + PrinterAddress.Sentence + ".")];
        }

        if (DrawingLibraries.MissingPackages().Count > 0)
        {
            return [new Finding("Test page", PrinterState.CannotDraw.Advice())];
        }

        var (raster, profile) = (SlipPrinting.NewRaster(), KioskSettings.Profiles.Find(settings.PrinterProfile)!);
        return
        [
            .. Enum.GetValues<Cut>().Select(cut => Print(settings, For(cut, profile), $"Cut {cut.Word()}", raster.DrawCutTest(cut, settings.PaperDots))),
            Print(settings, profile, "Test page", raster.DrawTestPage(profile, settings.PaperDots, Languages.Select(LanguageTag.Parse))),
        ];
    }

    /// <summary>A cut that does not feed by itself would go through the words otherwise.</summary>
    private static PrinterProfile For(Cut cut, PrinterProfile profile) =>
        profile with { Cut = cut, FeedBeforeCutDots = Math.Max(profile.FeedBeforeCutDots, FeedForTestDots) };

    private static Finding Print(KioskSettings settings, PrinterProfile profile, string what, PaperImage page)
    {
        var result = FindPrinter(settings, profile)!.TryPrint(page);
        return result.End == PrintEnd.CouldNot
            ? new Finding($"{what}: {result.State.Word()}", result.State.Advice() ?? "it could not be printed.")
            : new Finding(result.End == PrintEnd.Printed ? $"{what}: printed" : $"{what}: sent; the printer does not say whether it printed", null);
    }

    private static IPrinter? FindPrinter(KioskSettings settings, PrinterProfile? profile = null) =>
        PrinterAddress.TryParse(settings.Printer) is { } address and (PrinterAddress.Device or PrinterAddress.Tcp)
            ? Printers.EscPos(address, profile ?? KioskSettings.Profiles.Find(settings.PrinterProfile)!, PrinterPatience.Usual)
            : null;
}
