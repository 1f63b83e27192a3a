namespace Kiosk.Core.Exchange;

/// <summary>How much is read at all: enough for ten thousand services, little enough for a Raspberry Pi.</summary>
public static class ExchangeLimits
{
    /// <summary>Of one upload from the tablet.</summary>
    public const int UploadBytes = 20_000_000;

    /// <summary>Of all files of an import together, unpacked. Ten thousand services in four languages are 40 MB of CSV.</summary>
    public const int ImportBytes = 64_000_000;

    /// <summary>Files in a folder or a zip; HSDS 3.2 has 24.</summary>
    public const int Files = 100;

    /// <summary>Sentences of one import; more than this nobody reads in one go.</summary>
    public const int Problems = 2000;

    public const string Megabytes = "64 MB";
}
