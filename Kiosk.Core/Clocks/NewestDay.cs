using Kiosk.Core.Storage;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;

namespace Kiosk.Core.Clocks;

/// <summary>
/// The last day that this kiosk knew: a battery's clock that shows an earlier one is wrong. One date in a file of the data folder.
/// </summary>
public sealed class NewestDay(DataFolder folder, ILogger<NewestDay> logger)
{
    private readonly Lazy<LocalDate?> _kept = new(() => Read(folder.NewestDay));

    private LocalDate? _day;

    /// <summary>Null when none was ever known, or the file cannot be read.</summary>
    public LocalDate? Day => _day ?? _kept.Value;

    /// <summary>Also an earlier one, when whoever knows the time says so. A full disk keeps nobody from knowing the time.</summary>
    public void Keep(LocalDate day)
    {
        if (day == Day)
        {
            return;
        }

        _day = day;
        try
        {
            var unfinished = folder.NewestDay + ".part";
            using (var file = File.Create(unfinished))
            {
                file.Write(System.Text.Encoding.ASCII.GetBytes(LocalDatePattern.Iso.Format(day)));
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, folder.NewestDay, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning("The day was not noted; a clock with a battery is checked against an older one. {Problem}", problem.Message);
        }
    }

    /// <summary>As a file of a data folder has it, for a command beside the kiosk; null when it cannot be read.</summary>
    public static LocalDate? Read(string file)
    {
        try
        {
            return File.Exists(file) && LocalDatePattern.Iso.Parse(File.ReadAllText(file)) is { Success: true } read ? read.Value : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
