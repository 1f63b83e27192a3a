namespace Kiosk.Core.Counting;

/// <summary>Names of the figures that are sums of several cells; the others have the name of their cell, <c>topic/housing</c>.</summary>
public static class FigureName
{
    /// <summary>Visits begun.</summary>
    public const string Visits = "visits";

    /// <summary>Visits begun in a half-day in which the house's door never opened.</summary>
    public const string VisitsOutsideHours = "visits/outside-hours";

    /// <summary>
    /// Visits begun while the clock was not known, up to the end of the period, since the kiosk counts. Not told of weeks.
    /// </summary>
    public const string UndatedVisits = "visits/undated";

    /// <summary>Visits in which a slip was taken or its square shown.</summary>
    public const string VisitsWithSlip = "visits/with-slip";

    /// <summary>Taps on topics and activities of one of the four functions: <c>function/meet</c>.</summary>
    public const string Function = "function/";

    public const string AllFunctions = "all/function";

    /// <summary>Taps on a topic on days when none of its services was open: <c>closed/housing</c>.</summary>
    public const string Closed = "closed/";

    /// <summary>All of one kind together: <c>all/topic</c>, <c>all/language</c>.</summary>
    public const string All = "all/";
}
