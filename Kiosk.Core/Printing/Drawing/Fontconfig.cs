using System.Runtime.InteropServices;

namespace Kiosk.Core.Printing.Drawing;

/// <summary>The part of fontconfig 2.14 that a slip needs (freedesktop.org/software/fontconfig).</summary>
internal static partial class Fontconfig
{
    public const string Library = "libfontconfig.so.1";

    /// <summary>The fonts of this machine, as it is set up.</summary>
    [LibraryImport(Library, EntryPoint = "FcInitLoadConfigAndFonts")]
    public static partial nint Load();

    /// <summary>Adds the fonts of a folder, for this program alone.</summary>
    [LibraryImport(Library, EntryPoint = "FcConfigAppFontAddDir", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int AddFolder(nint config, string folder);
}
