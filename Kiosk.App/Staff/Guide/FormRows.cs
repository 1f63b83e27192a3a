using System.Text.Json.Nodes;

namespace Kiosk.App.Staff.Guide;

/// <summary>Gives a list in an entry one row more, still blank.</summary>
internal static class FormRows
{
    /// <param name="list">A list at the top of the entry: <c>phones</c>.</param>
    public static void Add(JsonObject body, string list)
    {
        if (body[list] is not JsonArray rows)
        {
            body[list] = rows = [];
        }

        rows.Add(new JsonObject());
    }
}
