using System.Runtime.InteropServices;

namespace Kiosk.Core.Printing.Drawing;

/// <summary>The part of librsvg 2.54 that a slip needs (gnome.pages.gitlab.gnome.org/librsvg).</summary>
internal static partial class Rsvg
{
    public const string Library = "librsvg-2.so.2";

    /// <param name="error">Must be null to be left out: a drawing that cannot be read gives a handle of zero.</param>
    [LibraryImport(Library, EntryPoint = "rsvg_handle_new_from_data")]
    public static partial nint Read(ReadOnlySpan<byte> svg, nuint length, nint error);

    [LibraryImport(Library, EntryPoint = "rsvg_handle_render_document")]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool Render(nint handle, nint cairo, in Rectangle viewport, nint error);

    /// <summary><c>RsvgRectangle</c>, in dots.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public readonly struct Rectangle(double x, double y, double width, double height)
    {
        public readonly double X = x;
        public readonly double Y = y;
        public readonly double Width = width;
        public readonly double Height = height;
    }
}
