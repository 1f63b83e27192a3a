using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using NUnit.Framework;

namespace Kiosk.Tests.Support;

/// <summary>
/// A CUPS of the test's own with one queue that prints to PDF (cups-pdf), all in a temporary folder: nothing of the system's is used or
/// changed.
/// </summary>
/// <remarks>
/// cups-pdf may be run by root alone, and reads its settings in one fixed place: there they are laid over the system's, for this server's
/// eyes only (a mount namespace). Where that cannot be, the test is ignored.
/// </remarks>
[SupportedOSPlatform("linux")]
internal sealed class CupsPdf : IAsyncDisposable
{
    private const string Scheduler = "/usr/sbin/cupsd"; // sbin is not on everybody's PATH

    /// <summary>A guard against a test that hangs, not a bar.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly CupsFolder _folder;
    private readonly Process _cups;
    private readonly StringBuilder _complained = new();

    private CupsPdf(CupsFolder folder)
    {
        _folder = folder;
        var laidOver =
            $"mount --bind '{folder.PdfSettings}' /etc/cups/cups-pdf.conf && exec {Scheduler} -f -c '{folder.Settings}' -s "
            + $"'{folder.FileSettings}'";
        _cups = new Process { StartInfo = new("unshare", ["--mount", "sh", "-c", laidOver]) { RedirectStandardError = true } };
        _cups.ErrorDataReceived += (_, line) => _complained.AppendLine(line.Data);
        _cups.Start();
        _cups.BeginErrorReadLine();
    }

    /// <summary>What <c>CUPS_SERVER</c> is set to, to print here.</summary>
    public string Server => _folder.Socket;

    /// <summary>What came out of the printer.</summary>
    public string[] Printed => Directory.GetFiles(_folder.Printed, "*.pdf");

    /// <summary>The same, as the browser handed it to the printer's driver: with letters, where PostScript has only their shapes.</summary>
    public string[] HandedOver => Directory.GetFiles(_folder.HandedOver, "*.pdf");

    /// <summary>Everything CUPS keeps of jobs and writes about them: spool, cache, state and logs.</summary>
    public string Kept => _folder.Kept;

    /// <summary>Every line of every log.</summary>
    public string Logs => _folder.LogLines;

    /// <summary>Control files and documents of jobs: none when they were forgotten.</summary>
    public string[] KeptJobs => Directory.GetFiles(_folder.Spool, "*", SearchOption.AllDirectories);

    /// <summary>Starts it with a sheet of that size in its default queue, in millimetres.</summary>
    public static async Task<CupsPdf> StartAsync(int widthMm, int heightMm)
    {
        IgnoreWhereImpossible();
        var cups = new CupsPdf(new CupsFolder(widthMm, heightMm));
        await cups.Until(() => File.Exists(cups.Server));
        return cups;
    }

    /// <summary>Waits until something was printed and nothing waits any more.</summary>
    public Task PrintedAll() => Until(() => Printed.Length > 0 && Jobs("not-completed").Length == 0);

    /// <summary>What <c>lpstat</c> tells of jobs: <c>all</c>, <c>completed</c> or <c>not-completed</c>.</summary>
    public string Jobs(string which) => Encoding.UTF8.GetString(Tool.Run("lpstat", "-h", Server, "-W", which, "-o"));

    /// <summary>Stops it in good order, so that it writes all it would ever write.</summary>
    public async Task StopAsync()
    {
        Assert.That(KioskProcess.Signal(_cups.Id, KioskProcess.SignalTerminate), Is.Zero, "The signal did not reach CUPS.");
        await _cups.WaitForExitAsync().WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_cups.HasExited)
        {
            await StopAsync();
        }

        _cups.Dispose();
        _folder.Dispose();
    }

    private static void IgnoreWhereImpossible()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            Assert.Ignore("The PDF printer of CUPS may be run by root alone.");
        }

        using var probe = Process.Start(new ProcessStartInfo("unshare", ["--mount", "true"]) { RedirectStandardError = true })!;
        probe.WaitForExit();
        if (probe.ExitCode != 0)
        {
            Assert.Ignore("This machine gives nobody a mount namespace, and the PDF printer of CUPS reads its settings in /etc alone.");
        }
    }

    private async Task Until(Func<bool> done)
    {
        using var guard = new CancellationTokenSource(Patience);
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!done())
        {
            Assert.That(_cups.HasExited, Is.False, () => $"CUPS ended: {_complained}");
            Assert.That(guard.IsCancellationRequested, Is.False, () => $"CUPS waited too long.\n{_complained}\n{_folder.LogLines}");
            await again.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
