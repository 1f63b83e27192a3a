using System.Globalization;
using System.Runtime.Versioning;

namespace Kiosk.Tests.Support;

/// <summary>The settings of a CUPS that remembers nothing, and the folders it has to itself.</summary>
/// <remarks>What is said here of jobs and logs is what <c>docs/decisions.md</c> asks of a kiosk.</remarks>
[SupportedOSPlatform("linux")]
internal sealed class CupsFolder : IDisposable
{
    /// <summary>CUPS runs its filters as user <c>lp</c>, who must find the way.</summary>
    private const UnixFileMode Passable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const UnixFileMode Writable =
        Passable | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("kiosk-cups-");

    public CupsFolder(int widthMm, int heightMm)
    {
        _root.UnixFileMode = Passable;
        Printed = Make("printed", Writable);
        HandedOver = Make("handed-over", Writable);
        var ppd = Make("settings/ppd", Passable);
        foreach (var folder in new[] { Spool, Under("kept/cache"), Under("kept/state"), Log, Under("kept/pdf") })
        {
            Directory.CreateDirectory(folder);
        }

        File.WriteAllText(Settings, Jobs);
        File.WriteAllText(FileSettings, Files);
        File.WriteAllText(PdfSettings, Pdf);
        File.WriteAllText(Under("settings/printers.conf"), Queue);
        File.WriteAllText(Path.Combine(ppd, "roll.ppd"), Driver(widthMm, heightMm));
        File.WriteAllText(Under("settings/driver"), DriverProgram);
        File.SetUnixFileMode(Under("settings/driver"), Passable | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    public string Socket => Under("socket");

    public string Settings => Under("settings/cupsd.conf");

    public string FileSettings => Under("settings/cups-files.conf");

    public string PdfSettings => Under("settings/cups-pdf.conf");

    public string Printed { get; }

    public string HandedOver { get; }

    public string Kept => Under("kept");

    public string Spool => Under("kept/spool");

    public string LogLines => string.Concat(Directory.EnumerateFiles(Log).Order(StringComparer.Ordinal).Select(File.ReadAllText));

    private string Log => Under("kept/log");

    private string Jobs =>
        $"""
            Listen {Socket}
            Browsing No
            WebInterface No
            DefaultAuthType None
            PreserveJobHistory No
            PreserveJobFiles No
            LogLevel warn
            LogDebugHistory 0
            <Location />
              Order allow,deny
              Allow all
            </Location>
            <Policy default>
              JobPrivateAccess default
              JobPrivateValues default
              SubscriptionPrivateAccess default
              SubscriptionPrivateValues default
              <Limit All>
                Order allow,deny
                Allow all
              </Limit>
            </Policy>

            """;

    private string Files =>
        $"""
            ServerRoot {Under("settings")}
            RequestRoot {Spool}
            CacheDir {Under("kept/cache")}
            StateDir {Under("kept/state")}
            Printcap {Under("kept/state/printcap")}
            ErrorLog {Log}/error_log
            AccessLog /dev/null
            PageLog /dev/null
            SystemGroup root

            """;

    private string Pdf =>
        $"""
            Out {Printed}
            AnonDirName {Printed}
            Spool {Under("kept/pdf")}
            Log {Log}
            LogType 0
            Label 1

            """;

    private static string Queue =>
        """
            <DefaultPrinter roll>
            Info roll
            DeviceURI cups-pdf:/
            State Idle
            Accepting Yes
            Shared No
            ErrorPolicy abort-job
            OpPolicy default
            JobSheets none none
            </DefaultPrinter>

            """;

    private string DriverProgram =>
        $"""
            #!/bin/sh
            tee '{HandedOver}'/"$1".pdf | exec /usr/lib/cups/filter/pdftops "$1" "$2" "$3" "$4" "$5"

            """;

    public void Dispose() => _root.Delete(recursive: true);

    /// <summary>A printer with one sheet, printed to its edges, as PPD 4.3 (Adobe technical note 5003) writes it.</summary>
    private string Driver(int widthMm, int heightMm)
    {
        var (width, height) = (Points(widthMm), Points(heightMm));
        return $"""
            *PPD-Adobe: "4.3"
            *FormatVersion: "4.3"
            *FileVersion: "1.0"
            *LanguageVersion: English
            *LanguageEncoding: ISOLatin1
            *PCFileName: "ROLL.PPD"
            *Manufacturer: "Kiosk"
            *Product: "(Roll)"
            *ModelName: "Roll"
            *ShortNickName: "Roll"
            *NickName: "Roll"
            *PSVersion: "(3010) 0"
            *LanguageLevel: "3"
            *ColorDevice: False
            *DefaultColorSpace: Gray
            *FileSystem: False
            *TTRasterizer: Type42
            *cupsFilter: "application/vnd.cups-pdf 0 {Under("settings/driver")}"
            *OpenUI *PageSize/Page Size: PickOne
            *DefaultPageSize: Roll
            *PageSize Roll/Roll: "<</PageSize[{width} {height}]/ImagingBBox null>>setpagedevice"
            *CloseUI: *PageSize
            *OpenUI *PageRegion/Page Region: PickOne
            *DefaultPageRegion: Roll
            *PageRegion Roll/Roll: "<</PageSize[{width} {height}]/ImagingBBox null>>setpagedevice"
            *CloseUI: *PageRegion
            *DefaultImageableArea: Roll
            *ImageableArea Roll/Roll: "0 0 {width} {height}"
            *DefaultPaperDimension: Roll
            *PaperDimension Roll/Roll: "{width} {height}"
            *DefaultFont: Courier
            *Font Courier: Standard "(002.004S)" Standard ROM

            """;
    }

    /// <summary>A hair more than the size: Chromium 156 cuts what a queue offers down to whole millimetres, and 71.998 to 71.</summary>
    private static string Points(int mm) => ((mm + 0.04) / 25.4 * 72).ToString("F2", CultureInfo.InvariantCulture);

    private string Make(string name, UnixFileMode mode)
    {
        var folder = Directory.CreateDirectory(Under(name));
        folder.UnixFileMode = mode;
        return folder.FullName;
    }

    private string Under(string name) => Path.Combine(_root.FullName, name);
}
