using System.Text.Json.Nodes;
using Kiosk.Core.Houses.Editing;
using NodaTime;

namespace Kiosk.App.Staff.Day;

/// <summary>What somebody says of one activity on one date.</summary>
/// <param name="Version">Of the activity, as they saw it.</param>
/// <param name="Say">One of <c>cancel</c>, <c>as-planned</c>, <c>full</c>, <c>not-full</c>, <c>move</c>, <c>room</c>.</param>
/// <param name="Date">On which it would have been.</param>
/// <param name="To">With <c>move</c>: the date it is moved to.</param>
/// <param name="Starts">With <c>move</c>: when it begins.</param>
/// <param name="Ends">With <c>move</c>: when it ends; null lets it last as long as planned.</param>
public sealed record ProgrammeEdit(
    string Activity,
    long Version,
    string Say,
    LocalDate Date,
    LocalDate? To,
    LocalTime? Starts,
    LocalTime? Ends,
    string? Room
)
{
    /// <summary>Kind of change, for the history.</summary>
    public string What =>
        Say switch
        {
            "cancel" => "change.cancel",
            "as-planned" => "change.as-planned",
            "full" => "change.full",
            "not-full" => "change.not-full",
            "move" => "change.move",
            _ => "change.room",
        };

    /// <summary>Whether all that it needs is said.</summary>
    public bool IsWhole =>
        Say switch
        {
            "cancel" or "as-planned" or "full" or "not-full" => true,
            "move" => To is not null && Starts is not null && Starts != Ends,
            "room" => Room is not null,
            _ => false,
        };

    public void Apply(JsonObject activity, LocalDate today)
    {
        ActivityEdits.ForgetPast(activity, today);
        switch (Say)
        {
            case "cancel":
                ActivityEdits.Cancel(activity, Date);
                break;
            case "as-planned":
                ActivityEdits.AsPlanned(activity, Date);
                break;
            case "full" or "not-full":
                ActivityEdits.Full(activity, Date, Say == "full");
                break;
            case "move":
                ActivityEdits.Move(activity, Date, To!.Value, Starts!.Value, Ends);
                break;
            case "room":
                ActivityEdits.InRoom(activity, Date, Room!);
                break;
        }
    }
}
