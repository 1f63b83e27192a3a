namespace Kiosk.Core.Pictograms;

/// <summary>Takes a file from outside as a drawing: cleaned, or refused.</summary>
public static class UploadedDrawing
{
    /// <summary>A hundred times the largest of our own drawings.</summary>
    public const int MostSvgBytes = 256 * 1024;

    public const int MostPngBytes = 1024 * 1024;

    /// <summary>Either way; four times what a large screen shows of one drawing.</summary>
    public const int MostDots = 2048;

    public static DrawingReading Read(byte[] file)
    {
        try
        {
            return new DrawingReading(Clean(file), null);
        }
        catch (DrawingRefused refusal)
        {
            return new DrawingReading(null, refusal.Fault);
        }
    }

    private static CleanDrawing Clean(byte[] file)
    {
        if (PngCleaning.IsPng(file))
        {
            return file.Length <= MostPngBytes
                ? new CleanDrawing(DrawingFormat.Png, PngCleaning.Clean(file))
                : throw new DrawingRefused(DrawingFault.TooLarge);
        }

        return !SvgCleaning.LooksLikeXml(file) ? throw new DrawingRefused(DrawingFault.NoDrawing)
            : file.Length > MostSvgBytes ? throw new DrawingRefused(DrawingFault.TooLarge)
            : new CleanDrawing(DrawingFormat.Svg, SvgCleaning.Clean(file));
    }
}
