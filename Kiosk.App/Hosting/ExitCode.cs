namespace Kiosk.App.Hosting;

/// <summary>Exit codes of every command.</summary>
public static class ExitCode
{
    public const int Done = 0;
    public const int CouldNot = 1;
    public const int Misuse = 2;
}
