using System.Runtime.InteropServices;
using HarfBuzzSharp;
using SkiaSharp;

namespace Kiosk.Core.Printing.Drawing;

/// <summary>The native libraries that draw the slip: two come with the program, and on Linux the first needs one of the system's.</summary>
public static class DrawingLibraries
{
    /// <summary>Null when slips can be drawn; else what stands against it, and what to do.</summary>
    public static string? Fault() =>
        OperatingSystem.IsLinux() && !NativeLibrary.TryLoad("libfontconfig.so.1", out _) ? "install libfontconfig1."
        : !IsThere("libSkiaSharp", typeof(SKCanvas)) || !IsThere("libHarfBuzzSharp", typeof(Face))
            ? $"the program came without them for this machine ({RuntimeInformation.RuntimeIdentifier}); install the package made for it."
        : !Icu.IsThere ? "install libicu, of any version."
        : null;

    private static bool IsThere(string library, Type user) => NativeLibrary.TryLoad(library, user.Assembly, null, out _);
}
