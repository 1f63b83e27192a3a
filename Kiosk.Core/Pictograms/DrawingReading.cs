namespace Kiosk.Core.Pictograms;

/// <summary>How a drawing is written down.</summary>
public enum DrawingFormat
{
    Svg,
    Png,
}

/// <summary>Why an uploaded drawing is not taken. Staff read it in their own language.</summary>
public enum DrawingFault
{
    /// <summary>Neither SVG nor PNG.</summary>
    NoDrawing,

    /// <summary>More bytes than <see cref="UploadedDrawing.MostSvgBytes"/> or <see cref="UploadedDrawing.MostPngBytes"/>.</summary>
    TooLarge,

    /// <summary>A picture wider or higher than <see cref="UploadedDrawing.MostDots"/>.</summary>
    TooManyDots,

    /// <summary>Cut short, or changed on its way.</summary>
    Broken,

    /// <summary>An SVG with entities of its own: what an "XML bomb" is made of.</summary>
    Entities,

    /// <summary>An SVG that would do something: script, events, a web page inside.</summary>
    Script,

    /// <summary>An SVG that would fetch something from elsewhere.</summary>
    PointsOutside,

    /// <summary>An SVG without a size.</summary>
    NoSize,

    /// <summary>An SVG with thousands of shapes, or copies of copies.</summary>
    TooIntricate,

    /// <summary>No shape is left: a photo or mere text inside of an SVG.</summary>
    NothingToSee,
}

/// <summary>A drawing that holds shapes or dots and nothing else.</summary>
public sealed record CleanDrawing(DrawingFormat Format, byte[] Bytes);

/// <summary>What came of an uploaded file: a clean drawing, or why there is none.</summary>
public sealed record DrawingReading(CleanDrawing? Drawing, DrawingFault? Fault);

/// <summary>The drawing cannot be taken.</summary>
internal sealed class DrawingRefused(DrawingFault fault) : Exception(fault.ToString())
{
    public DrawingFault Fault => fault;
}
