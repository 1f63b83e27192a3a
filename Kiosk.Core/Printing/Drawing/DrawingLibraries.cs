using System.Runtime.InteropServices;

namespace Kiosk.Core.Printing.Drawing;

/// <summary>The system's libraries that draw the slip. Debian's Chromium needs the same ones.</summary>
public static class DrawingLibraries
{
    /// <summary>A library and the Debian package it comes in.</summary>
    private static readonly (string Library, string Package)[] All =
    [
        (Cairo.Library, "libcairo2"),
        (Pango.Library, "libpango-1.0-0"),
        (Pango.CairoLibrary, "libpangocairo-1.0-0"),
        (Pango.FontconfigLibrary, "libpangoft2-1.0-0"),
        (Fontconfig.Library, "libfontconfig1"),
        (Rsvg.Library, "librsvg2-2"),
    ];

    /// <summary>Debian packages that are missing; none when slips can be drawn.</summary>
    public static IReadOnlyList<string> MissingPackages() =>
        [.. All.Where(library => !IsThere(library.Library)).Select(library => library.Package)];

    private static bool IsThere(string library) => NativeLibrary.TryLoad(library, out _);
}
