namespace Kiosk.Core.Counting;

/// <summary>The figures of a closed period, as they were published, once.</summary>
public sealed class PublishedPeriod(ReportPeriod period, IReadOnlyDictionary<string, Figure> figures)
{
    public ReportPeriod Period => period;

    /// <summary>All that are not zero.</summary>
    public IReadOnlyDictionary<string, Figure> Figures => figures;

    /// <summary>Zero for what was never touched.</summary>
    public Figure this[string name] => figures.GetValueOrDefault(name);
}
