using Kiosk.Core.Storage;

namespace Kiosk.App.Pairing;

/// <summary>
/// Whether the house chose to go without a tablet: once, and for good. A file of the data folder, which backups take along.
/// </summary>
public sealed class TabletChoice(DataFolder folder, ILogger<TabletChoice> logger)
{
    private volatile bool _goesWithout = File.Exists(folder.WithoutTablet);

    /// <summary>From then on pairing begins with the sign, held, and a code of the machine's own console.</summary>
    public bool GoesWithout => _goesWithout;

    /// <summary>A full disk keeps nobody from going on; then the choice is asked for again after the next start.</summary>
    public void GoWithout()
    {
        _goesWithout = true;
        try
        {
            using var file = File.Create(folder.WithoutTablet);
            file.Write("This house chose to go on without a tablet. 'Kiosk.App recover' gives a code for one.\n"u8);
            file.Flush(flushToDisk: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            logger.LogError("That the house goes without a tablet was not written. {Problem}", problem.Message);
        }
    }
}
