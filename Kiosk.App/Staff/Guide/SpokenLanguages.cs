namespace Kiosk.App.Staff.Guide;

/// <summary>Languages that are often spoken at a counter in Brussels; a form offers these and those the house has already.</summary>
internal static class SpokenLanguages
{
    public static readonly string[] All =
    [
        "fr",
        "nl",
        "en",
        "de",
        "es",
        "pt",
        "it",
        "ro",
        "pl",
        "bg",
        "sq",
        "tr",
        "ar",
        "ber",
        "fa",
        "ps",
        "ku",
        "ti",
        "am",
        "so",
        "ln",
        "ff",
        "ru",
        "uk",
        "hi",
        "ur",
        "bn",
        "zh",
    ];
}
