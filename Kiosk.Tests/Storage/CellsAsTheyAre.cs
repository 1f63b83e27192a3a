using Kiosk.Core.Counting;
using NodaTime;

namespace Kiosk.Tests.Storage;

/// <summary>A report of every cell for itself.</summary>
internal sealed class CellsAsTheyAre : IFigureRules
{
    public static readonly CellsAsTheyAre Rules = new();

    public IEnumerable<string> FiguresOf(LocalDate date, Cell cell) => [cell.Name];
}
