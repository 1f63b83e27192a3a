using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Pictograms;

namespace Kiosk.App.Staff.Guide;

/// <summary>What a page that takes a drawing lets in.</summary>
public static class UploadLimit
{
    /// <summary>Far more than a drawing may have, so that one that is too large is refused in words and not by a broken line.</summary>
    public const long Bytes = 64 * 1024 * 1024;
}

/// <summary>Takes the drawing that a form brings along: <c>drawing</c> with its name and its licence.</summary>
internal static class DrawingUpload
{
    /// <returns>The name it goes by; or why it was not taken, a phrase of the staff words.</returns>
    public static async Task<(string? Name, string? Trouble)> KeepAsync(IFormCollection form, PictogramSet set)
    {
        var (name, licence) = (form["drawingName"].ToString().Trim(), form["drawingLicence"].ToString().Trim());
        if (form.Files["drawing"] is not { Length: > 0 } file)
        {
            return (null, "guide.drawing.no-file");
        }

        if (file.Length > Math.Max(UploadedDrawing.MostPngBytes, UploadedDrawing.MostSvgBytes))
        {
            return (null, TroubleOf(DrawingFault.TooLarge));
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        var reading = UploadedDrawing.Read(bytes.ToArray());
        var id = Slug.For(name.Length > 0 ? name : Path.GetFileNameWithoutExtension(file.FileName), "drawing", new HashSet<string>());
        return reading.Fault is { } fault ? (null, TroubleOf(fault))
            : licence.Length == 0 ? (null, "guide.drawing.no-licence")
            : (set.Keep(id, reading.Drawing!, new PictogramCredit(licence, form["drawingShown"] == "true")).Name, null);
    }

    private static string TroubleOf(DrawingFault fault) =>
        fault switch
        {
            DrawingFault.NoDrawing => "guide.drawing.no-drawing",
            DrawingFault.TooLarge => "guide.drawing.too-large",
            DrawingFault.TooManyDots => "guide.drawing.too-many-dots",
            DrawingFault.Broken => "guide.drawing.broken",
            DrawingFault.Entities => "guide.drawing.entities",
            DrawingFault.Script => "guide.drawing.script",
            DrawingFault.PointsOutside => "guide.drawing.points-outside",
            DrawingFault.NoSize => "guide.drawing.no-size",
            DrawingFault.TooIntricate => "guide.drawing.too-intricate",
            DrawingFault.NothingToSee => "guide.drawing.nothing-to-see",
        };
}
