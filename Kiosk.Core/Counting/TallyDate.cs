using NodaTime;
using NodaTime.Text;

namespace Kiosk.Core.Counting;

/// <summary>
/// The day a tap is counted on, or <c>unknown</c> while the clock is not known to be right (a Raspberry Pi has none of its own).
/// </summary>
/// <param name="Date">The day in the house's time zone; null is <see cref="Unknown"/>.</param>
public readonly record struct TallyDate(LocalDate? Date)
{
    /// <summary>Also the default value: a date nobody set is not guessed.</summary>
    public static readonly TallyDate Unknown;

    /// <summary>An ISO 8601 date, <c>2026-11-20</c>, or <c>unknown</c>.</summary>
    public override string ToString() => Date is { } date ? LocalDatePattern.Iso.Format(date) : "unknown";
}
