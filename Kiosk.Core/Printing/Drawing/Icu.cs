using System.Globalization;
using System.Runtime.InteropServices;

namespace Kiosk.Core.Printing.Drawing;

/// <summary>
/// The part of ICU that setting a text needs (unicode-org.github.io/icu): the order of both directions in a line (UAX #9), and the places
/// where a line may end (UAX #14).
/// </summary>
/// <remarks>
/// It is the ICU that .NET uses for dates and names of languages. Debian's names end in the version (<c>ubidi_open_72</c>); those of
/// Windows and macOS do not.
/// </remarks>
internal static unsafe class Icu
{
    private const int NewestVersion = 99; // 78 in 2026, one or two a year
    private const int OldestVersion = 60; // of 2017
    private const int LineBreaks = 2; // UBRK_LINE, ubrk.h
    private const int Done = -1; // UBRK_DONE

    private static readonly (nint Library, string Suffix) Loaded = Load();

    private static readonly delegate* unmanaged<nint> OpenBidi = (delegate* unmanaged<nint>)Find("ubidi_open");
    private static readonly delegate* unmanaged<nint, void> CloseBidi = (delegate* unmanaged<nint, void>)Find("ubidi_close");
    private static readonly delegate* unmanaged<nint, char*, int, byte, byte*, int*, void> SetParagraph = (delegate* unmanaged<
        nint,
        char*,
        int,
        byte,
        byte*,
        int*,
        void>)Find("ubidi_setPara");
    private static readonly delegate* unmanaged<nint, int, int, nint, int*, void> SetLine = (delegate* unmanaged<
        nint,
        int,
        int,
        nint,
        int*,
        void>)Find("ubidi_setLine");
    private static readonly delegate* unmanaged<nint, int*, byte*> GetLevels = (delegate* unmanaged<nint, int*, byte*>)Find(
        "ubidi_getLevels"
    );
    private static readonly delegate* unmanaged<nint, int*, int> CountRuns = (delegate* unmanaged<nint, int*, int>)Find("ubidi_countRuns");
    private static readonly delegate* unmanaged<nint, int, int*, int*, int> GetVisualRun = (delegate* unmanaged<
        nint,
        int,
        int*,
        int*,
        int>)Find("ubidi_getVisualRun");
    private static readonly delegate* unmanaged<int, byte*, char*, int, int*, nint> OpenBreaks = (delegate* unmanaged<
        int,
        byte*,
        char*,
        int,
        int*,
        nint>)Find("ubrk_open");
    private static readonly delegate* unmanaged<nint, int> NextBreak = (delegate* unmanaged<nint, int>)Find("ubrk_next");
    private static readonly delegate* unmanaged<nint, void> CloseBreaks = (delegate* unmanaged<nint, void>)Find("ubrk_close");

    /// <summary>Whether it was found.</summary>
    public static bool IsThere => Loaded.Library != 0;

    /// <summary>The embedding level of each UTF-16 unit of a paragraph: odd ones read from right to left.</summary>
    public static byte[] Levels(string paragraph, bool rightToLeft)
    {
        if (paragraph.Length == 0)
        {
            return [];
        }

        var bidi = OpenBidi();
        try
        {
            var error = 0;
            fixed (char* text = paragraph)
            {
                SetParagraph(bidi, text, paragraph.Length, rightToLeft ? (byte)1 : (byte)0, null, &error);
                var levels = GetLevels(bidi, &error);
                ThrowIfFailed(error);
                return new ReadOnlySpan<byte>(levels, paragraph.Length).ToArray();
            }
        }
        finally
        {
            CloseBidi(bidi);
        }
    }

    /// <summary>The runs of one line in the order in which they stand, from the left.</summary>
    /// <param name="end">After the last unit of the line; greater than <paramref name="start"/>.</param>
    public static IReadOnlyList<(int Start, int Length, bool RightToLeft)> VisualRuns(
        string paragraph,
        bool rightToLeft,
        int start,
        int end
    )
    {
        var (bidi, line) = (OpenBidi(), OpenBidi());
        try
        {
            var error = 0;
            fixed (char* text = paragraph)
            {
                SetParagraph(bidi, text, paragraph.Length, rightToLeft ? (byte)1 : (byte)0, null, &error);
                SetLine(bidi, start, end, line, &error);
                var runs = new (int, int, bool)[CountRuns(line, &error)];
                ThrowIfFailed(error);
                for (var i = 0; i < runs.Length; i++)
                {
                    int at,
                        length;
                    var direction = GetVisualRun(line, i, &at, &length);
                    runs[i] = (start + at, length, direction == 1); // UBIDI_RTL
                }

                return runs;
            }
        }
        finally
        {
            CloseBidi(line); // it points into the other
            CloseBidi(bidi);
        }
    }

    /// <summary>Where a line may end; the end of the text is the last.</summary>
    /// <param name="language">As in BCP 47; some languages break at other places.</param>
    public static IReadOnlyList<int> LineEnds(string paragraph, string language)
    {
        List<int> ends = [];
        var error = 0;
        fixed (char* text = paragraph)
        fixed (byte* locale = System.Text.Encoding.ASCII.GetBytes(language + '\0'))
        {
            var breaks = OpenBreaks(LineBreaks, locale, text, paragraph.Length, &error);
            ThrowIfFailed(error);
            for (var at = NextBreak(breaks); at != Done; at = NextBreak(breaks))
            {
                ends.Add(at);
            }

            CloseBreaks(breaks);
        }

        return ends;
    }

    private static void ThrowIfFailed(int error)
    {
        if (error > 0) // below zero are warnings, utypes.h
        {
            throw new InvalidOperationException($"ICU says {error}.");
        }
    }

    private static (nint Library, string Suffix) Load()
    {
        nint library;
        if (!OperatingSystem.IsLinux())
        {
            return NativeLibrary.TryLoad(OperatingSystem.IsWindows() ? "icu.dll" : "libicucore.dylib", out library)
                ? (library, "")
                : default;
        }

        for (var version = NewestVersion; version >= OldestVersion; version--)
        {
            var number = version.ToString(CultureInfo.InvariantCulture);
            if (NativeLibrary.TryLoad("libicuuc.so." + number, out library))
            {
                return (library, "_" + number);
            }
        }

        return default;
    }

    private static nint Find(string function) => IsThere ? NativeLibrary.GetExport(Loaded.Library, function + Loaded.Suffix) : 0;
}
