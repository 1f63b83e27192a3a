using Kiosk.App.Hosting;
using Kiosk.App.Printing;
using Kiosk.Core.Languages;
using Kiosk.Core.Printing;
using Kiosk.Core.Printing.Drawing;

namespace Kiosk.App.Commands.Checks;

/// <summary>What printing needs: libraries, letters, the printer itself; and a page to try it.</summary>
internal static class PrintingChecks
{
    /// <summary>Languages that the program speaks in full.</summary>
    public static readonly string[] Spoken = ["fr", "nl", "en", "de", "es", "pt", "ro", "pl", "tr", "ar", "uk", "fa"];

    /// <summary>Languages that houses here meet at their door: names and places in them may stand on a slip.</summary>
    private static readonly string[] Languages = [.. Spoken, "ti", "ps", "so"];

    /// <summary>15 mm: from the head of most printers to their cutter.</summary>
    private const int FeedForTestDots = 120;

    public static IEnumerable<Finding> Examine(KioskSettings settings)
    {
        var fault = DrawingLibraries.Fault();
        yield return new Finding("libraries", "Libraries that draw slips", fault);
        foreach (var finding in fault is null ? Letters() : [])
        {
            yield return finding;
        }

        if (FindPrinter(settings) is { } printer)
        {
            var state = printer.Ask();
            yield return new Finding(
                "printer",
                $"Printer {settings.Printer} ({settings.PrinterProfile}, {settings.PaperDots} dots): {state.Word()}",
                state.Advice()
            );
        }
        else
        {
            yield return new Finding(
                "printer",
                settings.Printer == "browser" ? "Printer: the browser's; how it is, only the browser knows" : "Printer: none is set"
            );
        }
    }

    /// <summary>A letter without a font prints as a small box with numbers.</summary>
    private static IEnumerable<Finding> Letters()
    {
        var raster = SlipPrinting.NewRaster();
        return Languages
            .Select(LanguageTag.Parse)
            .Select(language => new Finding(
                $"letters-{language}",
                $"Letters of {language} ({language.NativeName})",
                raster.MissingLetters(language.NativeName, language) == 0 ? null : "no font has them; install fonts-noto-core.",
                IsNote: !Spoken.Contains(language.Value)
            ));
    }

    /// <summary>Prints a ruler, every script, a code and every kind of cut.</summary>
    public static IEnumerable<Finding> PrintTest(KioskSettings settings)
    {
        if (FindPrinter(settings) is null)
        {
            return
            [
                new Finding(
                    "test-page",
                    "Test page",
                    "Kiosk:Printer names no printer of the kiosk's own: " + PrinterAddress.Sentence + "."
                ),
            ];
        }

        if (DrawingLibraries.Fault() is not null)
        {
            return [new Finding("test-page", "Test page", PrinterState.CannotDraw.Advice())];
        }

        var (raster, profile) = (SlipPrinting.NewRaster(), KioskSettings.Profiles.Find(settings.PrinterProfile)!);
        return
        [
            .. Enum.GetValues<Cut>()
                .Select(cut => Print(settings, For(cut, profile), $"Cut {cut.Word()}", raster.DrawCutTest(cut, settings.PaperDots))),
            Print(settings, profile, "Test page", raster.DrawTestPage(profile, settings.PaperDots, Languages.Select(LanguageTag.Parse))),
        ];
    }

    /// <summary>A cut that does not feed by itself would go through the words otherwise.</summary>
    private static PrinterProfile For(Cut cut, PrinterProfile profile) =>
        profile with
        {
            Cut = cut,
            FeedBeforeCutDots = Math.Max(profile.FeedBeforeCutDots, FeedForTestDots),
        };

    private static Finding Print(KioskSettings settings, PrinterProfile profile, string what, PaperImage page)
    {
        var result = FindPrinter(settings, profile)!.TryPrint(page);
        return result.End == PrintEnd.CouldNot
            ? new Finding("test-page", $"{what}: {result.State.Word()}", result.State.Advice() ?? "it could not be printed.")
            : new Finding(
                "test-page",
                result.End == PrintEnd.Printed ? $"{what}: printed" : $"{what}: sent; the printer does not say whether it printed"
            );
    }

    private static IPrinter? FindPrinter(KioskSettings settings, PrinterProfile? profile = null) =>
        PrinterAddress.TryParse(settings.Printer) is { } address and (PrinterAddress.Device or PrinterAddress.Tcp)
            ? Printers.EscPos(address, profile ?? KioskSettings.Profiles.Find(settings.PrinterProfile)!, PrinterTimeouts.Usual)
            : null;
}
