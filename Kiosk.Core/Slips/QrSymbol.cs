using System.Globalization;
using System.Text;
using ZXing;
using ZXing.QrCode.Internal;

namespace Kiosk.Core.Slips;

/// <summary>A QR code as a square of dark and light modules, error correction level M, with its quiet zone of 4 modules.</summary>
public sealed class QrSymbol
{
    private const int QuietZone = 4; // modules, ISO/IEC 18004

    private readonly QRCode _code;

    private QrSymbol(QRCode code) => _code = code;

    /// <summary>Version 1 (21 × 21 modules) to 40; up to 10 reads well from paper.</summary>
    public int Version => _code.Version.VersionNumber;

    /// <summary>Modules along one side, quiet zone included.</summary>
    public int Size => _code.Matrix.Width + 2 * QuietZone;

    public bool IsDark(int x, int y) => IsInside(x) && IsInside(y) && _code.Matrix[x - QuietZone, y - QuietZone] == 1;

    /// <exception cref="WriterException">Over 2 331 bytes.</exception>
    /// <remarks>
    /// Text beyond ASCII is marked as UTF-8 (ECI 26): readers that must guess take some of it for Chinese or Japanese, and without the
    /// mark ZXing would write a question mark for each letter that is not of Western Europe. Plain ASCII needs no mark, which takes room.
    /// </remarks>
    public static QrSymbol Encode(string text)
    {
        Dictionary<EncodeHintType, object> hints = [];
        if (!Ascii.IsValid(text))
        {
            hints[EncodeHintType.CHARACTER_SET] = "UTF-8";
        }

        return new QrSymbol(ZXing.QrCode.Internal.Encoder.encode(text, ErrorCorrectionLevel.M, hints));
    }

    private bool IsInside(int place) => place >= QuietZone && place < Size - QuietZone;

    /// <summary>
    /// All dark modules as one SVG path in a <see cref="Size"/> by <see cref="Size"/> square: one rectangle for each run in a row.
    /// </summary>
    public string ToSvgPath()
    {
        var path = new StringBuilder();
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                var start = x;
                while (x < Size && IsDark(x, y))
                {
                    x++;
                }

                if (x > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
                }
            }
        }

        return path.ToString();
    }
}
