using System.Runtime.InteropServices;

namespace Kiosk.Core.Printing.Drawing;

/// <summary>The part of cairo 1.16 that a slip needs (cairographics.org/manual).</summary>
internal static partial class Cairo
{
    public const string Library = "libcairo.so.2";

    /// <summary><c>CAIRO_FORMAT_RGB24</c>: 32 bits a dot, blue in the lowest byte on little-endian machines.</summary>
    public const int FormatRgb24 = 1;

    public const int AntialiasGray = 2;
    public const int HintStyleNone = 1;
    public const int HintMetricsOff = 1;

    [LibraryImport(Library, EntryPoint = "cairo_image_surface_create")]
    public static partial nint CreateSurface(int format, int width, int height);

    [LibraryImport(Library, EntryPoint = "cairo_surface_destroy")]
    public static partial void DestroySurface(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_flush")]
    public static partial void Flush(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_image_surface_get_data")]
    public static partial nint Data(nint surface);

    /// <summary>Bytes from one row to the next.</summary>
    [LibraryImport(Library, EntryPoint = "cairo_image_surface_get_stride")]
    public static partial int Stride(nint surface);

    /// <summary>0 is success; a surface that could not be made stays in error.</summary>
    [LibraryImport(Library, EntryPoint = "cairo_surface_status")]
    public static partial int Status(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_create")]
    public static partial nint Create(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_destroy")]
    public static partial void Destroy(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_set_source_rgb")]
    public static partial void SetSource(nint context, double red, double green, double blue);

    [LibraryImport(Library, EntryPoint = "cairo_paint")]
    public static partial void Paint(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_rectangle")]
    public static partial void Rectangle(nint context, double x, double y, double width, double height);

    [LibraryImport(Library, EntryPoint = "cairo_fill")]
    public static partial void Fill(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_move_to")]
    public static partial void MoveTo(nint context, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_font_options_create")]
    public static partial nint CreateFontOptions();

    [LibraryImport(Library, EntryPoint = "cairo_font_options_set_antialias")]
    public static partial void SetAntialias(nint options, int antialias);

    [LibraryImport(Library, EntryPoint = "cairo_font_options_set_hint_style")]
    public static partial void SetHintStyle(nint options, int style);

    [LibraryImport(Library, EntryPoint = "cairo_font_options_set_hint_metrics")]
    public static partial void SetHintMetrics(nint options, int metrics);
}
