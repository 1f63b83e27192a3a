namespace Kiosk.Core.Counting;

/// <summary>One thing taps are counted under: <c>topic/housing</c>, <c>slip/paper</c>, <c>visit/begun/morning</c>.</summary>
/// <param name="Name">
/// <c>kind/id</c>. A cell has one dimension; only visits carry a second, their half-day. A cell never says who, nor together with what.
/// </param>
public readonly record struct Cell(string Name)
{
    public override string ToString() => Name;
}
