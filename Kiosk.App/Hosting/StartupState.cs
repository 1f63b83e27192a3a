using Kiosk.Core.Languages;

namespace Kiosk.App.Hosting;

/// <summary>How the program starts this time, and what it had to do without.</summary>
/// <param name="keepsGoing">As an appliance it comes up whatever happens; at a console it refuses in words.</param>
/// <param name="dataTrouble">Why the data folder cannot be used; then the house is shown from a copy in memory, and nothing is written.
/// Null when it can.</param>
/// <param name="retryDelay">How long until the data folder is tried again.</param>
public sealed class StartupState(bool keepsGoing, string? dataTrouble = null, TimeSpan retryDelay = default)
{
    private readonly Lock _gate = new();
    private readonly List<string> _notices = dataTrouble is null
        ? []
        : [$"The data folder cannot be used, so nothing is counted and nothing can be changed: {dataTrouble}"];

    public bool KeepsGoing => keepsGoing;

    public bool IsWithoutData => dataTrouble is not null;

    public TimeSpan RetryDelay => retryDelay;

    /// <summary>What was replaced or left out, in words for staff, in English.</summary>
    public IReadOnlyList<string> Notices
    {
        get
        {
            lock (_gate)
            {
                return [.. _notices];
            }
        }
    }

    /// <summary>The languages of the house, once it was read.</summary>
    public IReadOnlyList<LanguageTag> Languages { get; set; } = [];

    /// <summary>What was missing is there again: the program is to start once more.</summary>
    public bool RestartRequested { get; set; }

    public void Note(string sentence)
    {
        lock (_gate)
        {
            if (!_notices.Contains(sentence))
            {
                _notices.Add(sentence);
            }
        }
    }
}
