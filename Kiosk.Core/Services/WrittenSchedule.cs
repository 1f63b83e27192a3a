using Kiosk.Core.Languages;
using Kiosk.Core.Schema;
using NodaTime;

namespace Kiosk.Core.Services;

/// <summary>A <see cref="Schedule"/> as the house file writes it: either a date, or how often and on which days.</summary>
public sealed record WrittenSchedule(
    [Field("Takes place on this one date only; then no freq, byday, interval, validFrom or validTo.")] LocalDate? Date,
    [Field("How often it returns; left out when date is given.")] Frequency? Freq,
    [Field("Weekly: MO,TU,WE,TH,FR,SA,SU. Monthly: with a number, 2MO second Monday, -1FR last Friday.")] string? Byday,
    [Field("Every how many weeks or months, counted from validFrom.", Least = 1, Most = 52, Otherwise = 1)] int Interval,
    [Field("Start. Both opensAt and closesAt, or neither for the whole day.")] LocalTime? OpensAt,
    [Field("End; at or before opensAt it lies on the next day, so 00:00 is midnight at the end.")] LocalTime? ClosesAt,
    [Field("First day, inclusive; needed with an interval over 1.")] LocalDate? ValidFrom,
    [Field("Last day, inclusive.")] LocalDate? ValidTo,
    [Field("Whether it takes place on Belgian public holidays too. Left out: true for a single date, else false.")] bool? OnPublicHolidays,
    [Field("A remark, such as which door.")] LocalizedText? Notes
);
