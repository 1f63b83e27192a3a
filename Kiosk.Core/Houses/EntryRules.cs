using Kiosk.Core.Programme;
using Kiosk.Core.Services;
using NodaTime;

namespace Kiosk.Core.Houses;

/// <summary>What must hold between the fields of one entry.</summary>
internal static class EntryRules
{
    /// <summary>Notes what does not hold.</summary>
    /// <returns>The entry as the program uses it.</returns>
    public static object Settle(object entry, JsonEntry e)
    {
        switch (entry)
        {
            case WrittenSchedule schedule:
                return ScheduleEntry.From(schedule, e);
            case Closure closure:
                NoteOrder(e, closure.From, closure.To);
                break;
            case Notice notice:
                NoteOrder(e, notice.From, notice.To);
                break;
            case Service { QrContent: QrContent.Url } when !e.Has("url"):
                e.Note("qrContent", "The QR is to hold the web address, but there is none: write \"url\", or leave qrContent out.");
                break;
        }

        return entry;
    }

    private static void NoteOrder(JsonEntry e, LocalDate from, LocalDate to)
    {
        if (to < from)
        {
            e.Note("to", "The last day lies before the first: exchange them.");
        }
    }
}
