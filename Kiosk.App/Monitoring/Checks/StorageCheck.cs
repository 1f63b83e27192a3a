using Kiosk.Core.Languages;

namespace Kiosk.App.Monitoring.Checks;

/// <summary>The databases: as the kiosk left them, replaced by a copy, or changed by somebody else meanwhile.</summary>
public sealed class StorageCheck(DataFiles files) : KioskCheck("storage", "health.storage")
{
    /// <summary>What is said of it names files and dates; what to do is the same for all.</summary>
    public override CheckResult Look(Localizer words) =>
        files.ForeignChanges is { Count: > 0 } changes ? Bad(words, "changed", "health.storage-restart", changes)
        : files.Notices is { Count: > 0 } notices ? Bad(words, "replaced", "health.storage-do", notices)
        : CheckResult.Of("papers", words.Translate("health.storage-sound"), null);

    private static CheckResult Bad(Localizer words, string state, string advice, IReadOnlyList<string> files) =>
        CheckResult.Of("papers", words.Translate("health.storage-" + state), words.Translate(advice, ("files", string.Join(" ", files))));
}
