using NodaTime;

namespace Kiosk.Core.Counting;

/// <summary>Says which figures of a report a day's cell adds to. Each figure is such a sum and nothing else.</summary>
public interface IFigureRules
{
    IEnumerable<string> FiguresOf(LocalDate date, Cell cell);
}
