using System.Globalization;
using System.Text;
using QRCoder;

namespace Kiosk.Core.Slips;

/// <summary>A QR code as a square of dark and light modules, error correction level M, with its quiet zone of 4 modules.</summary>
public sealed class QrSymbol
{
    private readonly QRCodeData _data;

    private QrSymbol(QRCodeData data) => _data = data;

    /// <summary>Version 1 (21 × 21 modules) to 40; up to 10 reads well from paper.</summary>
    public int Version => _data.Version;

    /// <summary>Modules along one side, quiet zone included.</summary>
    public int Size => _data.ModuleMatrix.Count;

    public bool IsDark(int x, int y) => _data.ModuleMatrix[y][x];

    /// <exception cref="QRCoder.Exceptions.DataTooLongException">Over 2 331 bytes.</exception>
    /// <remarks>Text beyond ASCII is marked as UTF-8 (ECI 26): readers that must guess take some of it for Chinese or Japanese.</remarks>
    public static QrSymbol Encode(string text)
    {
        using var generator = new QRCodeGenerator();
        var charset = Ascii.IsValid(text) ? QRCodeGenerator.EciMode.Default : QRCodeGenerator.EciMode.Utf8;
        return new QrSymbol(generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true, eciMode: charset));
    }

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
