using System.Runtime.InteropServices;

namespace Kiosk.Core.Printing.Drawing;

/// <summary>
/// The part of Pango 1.50 that a slip needs (docs.gtk.org/Pango): shaping, both directions, wrapping and the search for a font that has the
/// letters.
/// </summary>
internal static partial class Pango
{
    public const string Library = "libpango-1.0.so.0";
    public const string CairoLibrary = "libpangocairo-1.0.so.0";
    public const string FontconfigLibrary = "libpangoft2-1.0.so.0";

    /// <summary>Pango counts in 1024ths of a dot.</summary>
    public const int Scale = 1024;

    public const int DirectionLeftToRight = 0;
    public const int DirectionRightToLeft = 1;

    /// <summary><c>PANGO_WRAP_WORD_CHAR</c>: between words; within one only when it is wider than the line.</summary>
    public const int WrapWordThenLetter = 2;

    /// <summary><c>PANGO_ELLIPSIZE_END</c>.</summary>
    public const int EllipsisAtEnd = 3;

    public const int AlignLeft = 0;
    public const int AlignRight = 2;

    [LibraryImport(CairoLibrary, EntryPoint = "pango_cairo_font_map_new")]
    public static partial nint CreateFontMap();

    [LibraryImport(FontconfigLibrary, EntryPoint = "pango_fc_font_map_set_config")]
    public static partial void SetFontConfig(nint fontMap, nint config);

    [LibraryImport(Library, EntryPoint = "pango_font_map_create_context")]
    public static partial nint CreateContext(nint fontMap);

    [LibraryImport(CairoLibrary, EntryPoint = "pango_cairo_context_set_font_options")]
    public static partial void SetFontOptions(nint context, nint options);

    [LibraryImport(Library, EntryPoint = "pango_context_set_base_dir")]
    public static partial void SetBaseDirection(nint context, int direction);

    [LibraryImport(Library, EntryPoint = "pango_context_set_language")]
    public static partial void SetLanguage(nint context, nint language);

    /// <summary>Owned by Pango, never freed.</summary>
    [LibraryImport(Library, EntryPoint = "pango_language_from_string", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint Language(string tag);

    [LibraryImport(Library, EntryPoint = "pango_layout_new")]
    public static partial nint CreateLayout(nint context);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_auto_dir")]
    public static partial void SetAutoDirection(nint layout, [MarshalAs(UnmanagedType.Bool)] bool byText);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_text", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetText(nint layout, string text, int bytesOrMinusOne);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_font_description")]
    public static partial void SetFont(nint layout, nint description);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_width")]
    public static partial void SetWidth(nint layout, int units);

    /// <param name="unitsOrLines">Below zero: so many lines.</param>
    [LibraryImport(Library, EntryPoint = "pango_layout_set_height")]
    public static partial void SetHeight(nint layout, int unitsOrLines);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_ellipsize")]
    public static partial void SetEllipsis(nint layout, int mode);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_wrap")]
    public static partial void SetWrap(nint layout, int mode);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_alignment")]
    public static partial void SetAlignment(nint layout, int alignment);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_line_spacing")]
    public static partial void SetLineSpacing(nint layout, float factor);

    [LibraryImport(Library, EntryPoint = "pango_layout_get_pixel_size")]
    public static partial void GetSize(nint layout, out int width, out int height);

    /// <summary>Letters for which no font on this machine has a drawing.</summary>
    [LibraryImport(Library, EntryPoint = "pango_layout_get_unknown_glyphs_count")]
    public static partial int UnknownGlyphs(nint layout);

    [LibraryImport(CairoLibrary, EntryPoint = "pango_cairo_show_layout")]
    public static partial void Show(nint cairo, nint layout);

    [LibraryImport(Library, EntryPoint = "pango_font_description_new")]
    public static partial nint CreateFont();

    [LibraryImport(Library, EntryPoint = "pango_font_description_set_family", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetFamily(nint font, string families);

    [LibraryImport(Library, EntryPoint = "pango_font_description_set_weight")]
    public static partial void SetWeight(nint font, int weight);

    /// <summary>Size of the em, in 1024ths of a dot.</summary>
    [LibraryImport(Library, EntryPoint = "pango_font_description_set_absolute_size")]
    public static partial void SetSize(nint font, double units);

    [LibraryImport(Library, EntryPoint = "pango_font_description_free")]
    public static partial void FreeFont(nint font);

    [LibraryImport("libgobject-2.0.so.0", EntryPoint = "g_object_unref")]
    public static partial void Unreference(nint gobject);
}
