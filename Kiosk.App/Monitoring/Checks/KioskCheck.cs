using Kiosk.Core.Languages;

namespace Kiosk.App.Monitoring.Checks;

/// <summary>How much something weighs that was looked at.</summary>
public enum Severity
{
    Well,

    /// <summary>It would be good to do; nothing fails without.</summary>
    Note,

    /// <summary>Something does not work, or soon will not.</summary>
    Look,
}

/// <summary>What a check found, in words.</summary>
/// <param name="Pictogram">The drawing beside it.</param>
/// <param name="How">How it is, in a sentence.</param>
/// <param name="Advice">What to do; null when all is well.</param>
public sealed record CheckResult(string Pictogram, Wording How, Wording? Advice = null, Severity Severity = Severity.Well)
{
    /// <summary>All is well, unless there is something to do.</summary>
    public static CheckResult Of(string pictogram, Wording how, Wording? advice) =>
        new(pictogram, how, advice, advice is null ? Severity.Well : Severity.Look);
}

/// <summary>Looks at one thing of the running kiosk: for the page on its state, for <c>/health</c>, and for <c>doctor</c>.</summary>
/// <param name="name">Always the same, for programs.</param>
/// <param name="what">What is looked at, a phrase of the staff's words.</param>
public abstract class KioskCheck(string name, string what)
{
    public string Name => name;

    public string What => what;

    /// <summary>
    /// Whether its sentence has a time of the day, which <c>/health</c> must not hold: nothing there is finer than a day (P1).
    /// </summary>
    public virtual bool TellsTimeOfDay => false;

    /// <returns>Null when it need not be said.</returns>
    public abstract CheckResult? Look(Localizer words);
}
