namespace Kiosk.App.Hosting;

/// <summary>Where the files that come with the program lie.</summary>
internal static class ProgramFiles
{
    /// <summary>What slips and screens are written with.</summary>
    private static readonly string[] Fonts =
    [
        "assets/fonts/Rubik-Regular.ttf",
        "assets/fonts/Rubik-Bold.ttf",
        "Visitor/Screen/fonts/rubik-latin.woff2",
        "Visitor/Screen/fonts/rubik-arabic.woff2",
    ];

    public static string Assets => Path.Combine(AppContext.BaseDirectory, "assets");

    /// <summary>Letters for paper.</summary>
    public static string PaperFonts => Path.Combine(Assets, "fonts");

    public static string Pictograms => Path.Combine(Assets, "pictograms");

    public static string Words => Path.Combine(Assets, "languages");

    public static string StaffWords => Path.Combine(Words, "staff");

    /// <summary>Fonts that are not there; the machine's own letters stand in for them.</summary>
    public static IEnumerable<string> MissingFonts => Fonts.Where(font => !File.Exists(Path.Combine(AppContext.BaseDirectory, font)));
}
