using Kiosk.Core.Topics;

namespace Kiosk.Core.Reports;

internal static class FunctionWords
{
    /// <summary>As it ends a figure's name, and as the house file writes it.</summary>
    public static string Word(this MeetingFunction function) =>
        function switch
        {
            MeetingFunction.Meet => "meet",
            MeetingFunction.Learn => "learn",
            MeetingFunction.SpeakUp => "speak-up",
            MeetingFunction.Refer => "refer",
        };
}
