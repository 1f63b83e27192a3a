using Kiosk.Core.Houses.Editing;
using Kiosk.Core.Pictograms;

namespace Kiosk.App.Staff.Guide;

/// <summary>What a page that takes a drawing lets in.</summary>
public static class UploadLimit
{
    /// <summary>Far more than a drawing may have, so that one that is too large is refused in words and not by a broken line.</summary>
    public const long Bytes = 64 * 1024 * 1024;
}

/// <summary>What was filled in to bring a drawing along: all of it comes back with the form.</summary>
/// <param name="Trouble">Why it was not taken, a phrase of the staff words; null when nothing is wrong.</param>
/// <param name="Kept">Key of the file that waits; null without one that could be read.</param>
/// <param name="FileName">Of that file, as it was called on the tablet.</param>
public sealed record DrawingForm(
    string? Trouble = null,
    string Name = "",
    string Licence = "",
    bool IsShown = false,
    string? Kept = null,
    string? FileName = null
)
{
    public bool IsBegun => Trouble is not null || Kept is not null || Name.Length > 0 || Licence.Length > 0;
}

/// <summary>Takes the drawing that a form brings along: <c>drawing</c> with its name and its licence.</summary>
internal static class DrawingUpload
{
    /// <summary>What was filled in; the file waits, so that it need not be chosen again.</summary>
    public static async Task<DrawingForm> ReadAsync(IFormCollection form, DrawingsWaiting waiting)
    {
        var filled = new DrawingForm(
            Name: form["drawingName"].ToString().Trim(),
            Licence: form["drawingLicence"].ToString().Trim(),
            IsShown: form["drawingShown"] == "true"
        );
        if (form.Files["drawing"] is not { Length: > 0 } sent)
        {
            var kept = form["drawingKept"].ToString();
            return waiting.Find(kept) is { } before ? filled with { Kept = kept, FileName = before.Name } : filled;
        }

        if (sent.Length > Math.Max(UploadedDrawing.MostPngBytes, UploadedDrawing.MostSvgBytes))
        {
            return filled with { Trouble = TroubleOf(DrawingFault.TooLarge) };
        }

        using var bytes = new MemoryStream();
        await sent.CopyToAsync(bytes);
        var file = new DrawingFile(Path.GetFileName(sent.FileName), bytes.ToArray());
        return UploadedDrawing.Read(file.Bytes).Fault is { } fault
            ? filled with
            {
                Trouble = TroubleOf(fault),
            }
            : filled with
            {
                Kept = waiting.Put(file),
                FileName = file.Name,
            };
    }

    /// <returns>The name it goes by, and an empty form; or null, and what was filled in with why it was not taken.</returns>
    public static (string? Name, DrawingForm Form) Take(DrawingForm form, PictogramSet set, DrawingsWaiting waiting)
    {
        if (form.Trouble is not null)
        {
            return (null, form);
        }

        if (waiting.Find(form.Kept) is not { } file)
        {
            return (null, form with { Trouble = "guide.drawing.no-file" });
        }

        if (form.Licence.Length == 0)
        {
            return (null, form with { Trouble = "guide.drawing.no-licence" });
        }

        var id = Slug.For(form.Name.Length > 0 ? form.Name : Path.GetFileNameWithoutExtension(file.Name), "drawing", new HashSet<string>());
        var drawing = UploadedDrawing.Read(file.Bytes).Drawing!;
        return (set.Keep(id, drawing, new PictogramCredit(form.Licence, form.IsShown)).Name, new DrawingForm());
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
