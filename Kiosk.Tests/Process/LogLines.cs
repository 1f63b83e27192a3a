namespace Kiosk.Tests.Processes;

internal static class LogLines
{
    /// <summary>Leaves out Kestrel's word about a machine too busy to keep its beat: it speaks of the machine, of no request.</summary>
    public static string WithoutHeartbeat(string log) =>
        string.Join(Environment.NewLine, log.Split(Environment.NewLine).Where(line => !line.Contains("heartbeat", StringComparison.Ordinal)));
}
