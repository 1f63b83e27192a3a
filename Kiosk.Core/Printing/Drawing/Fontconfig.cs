using System.Runtime.InteropServices;

namespace Kiosk.Core.Printing.Drawing;

/// <summary>The part of fontconfig 2.14 that a slip needs (freedesktop.org/software/fontconfig).</summary>
internal static partial class Fontconfig
{
    public const string Library = "libfontconfig.so.1";

    /// <summary>The fonts of this machine, as it is set up.</summary>
    [LibraryImport(Library, EntryPoint = "FcInitLoadConfigAndFonts")]
    public static partial nint LoadAll();

    /// <summary>No fonts yet.</summary>
    [LibraryImport(Library, EntryPoint = "FcConfigCreate")]
    public static partial nint Create();

    /// <summary>
    /// Adds a font for this program alone. A file and not its folder: fontconfig would want to write down what the folder holds.
    /// </summary>
    [LibraryImport(Library, EntryPoint = "FcConfigAppFontAddFile", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int AddFile(nint config, string file);
}
