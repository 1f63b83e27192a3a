namespace Kiosk.App.Setup.Machine;

/// <summary>What the kiosk needs from Debian, under the names of Debian 12 and 13.</summary>
internal static class Packages
{
    private const string PrintServer = "cups";

    public static readonly IReadOnlyDictionary<string, string> Needed = new Dictionary<string, string>
    {
        ["chromium"] = "the browser of the screen",
        ["cage"] = "the screen shows one program, full screen",
        ["curl"] = "the screen waits for the kiosk",
        ["seatd"] = "lends the screen its display and its touch",
        ["util-linux"] = "the screen is darkened at night",
        ["fonts-noto-core"] = "letters of every language",
        ["libpangocairo-1.0-0"] = "slips are drawn",
        ["libpangoft2-1.0-0"] = "slips are drawn",
        ["libcairo2"] = "slips are drawn",
        ["librsvg2-2"] = "slips are drawn",
        ["libsqlite3-0"] = "everything is kept in SQLite",
        ["avahi-daemon"] = "tablets find the kiosk by name",
        ["systemd-timesyncd"] = "the time, when there is a network",
        ["espeak-ng"] = "voices",
        ["sox"] = "voices are trimmed and levelled",
        [PrintServer] = "the browser prints",
    };

    /// <summary>Those that are not installed.</summary>
    /// <param name="printsByBrowser">Else no print server is wanted: it would take a receipt printer for itself.</param>
    public static IReadOnlyList<string> Missing(bool printsByBrowser)
    {
        var (_, said) = MachineCommands.Try("dpkg-query", ["--show", "--showformat", "${Package} ${db:Status-Status}\n", .. Needed.Keys]);
        var installed = said.Split('\n').Where(line => line.EndsWith(" installed", StringComparison.Ordinal)).Select(line => line.Split(' ')[0]);
        return [.. Needed.Keys.Except(installed).Where(package => printsByBrowser || package != PrintServer)];
    }
}
