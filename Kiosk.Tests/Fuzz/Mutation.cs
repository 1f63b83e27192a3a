namespace Kiosk.Tests.Fuzz;

/// <summary>
/// Harms a file as the world does and as nobody does: bytes changed, parts cut out, doubled or moved, its end lost, junk put in. The same
/// seed harms the same file in the same way.
/// </summary>
internal static class Mutation
{
    /// <summary>What formats give a meaning to, and what programs stumble over.</summary>
    private static readonly byte[][] Junk =
    [
        [],
        [0],
        [0xFF],
        [0xC3],
        [0xEF, 0xBB, 0xBF],
        [.. "\""u8],
        [.. "\\"u8],
        [.. ","u8],
        [.. "\n"u8],
        [.. "{"u8],
        [.. "["u8],
        [.. "]}"u8],
        [.. "null"u8],
        [.. "-1"u8],
        [.. "1e999"u8],
        [.. "99999999999999999999"u8],
        [.. "2026-13-45"u8],
        [.. "24:00"u8],
        [.. "=1+1"u8],
        [.. "<p>"u8],
        [.. "&#x110000;"u8],
        [.. "\\ud800"u8],
        [.. "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"u8],
        [.. "../../etc/passwd"u8],
        [.. "FREQ=DAILY"u8],
    ];

    public static byte[] Of(byte[] file, int seed)
    {
        var random = new Random(seed);
        var harmed = new List<byte>(file);
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            Harm(harmed, random);
        }

        return [.. harmed];
    }

    private static void Harm(List<byte> file, Random random)
    {
        var at = random.Next(file.Count + 1);
        var length = Math.Min(random.Next(1, 200), file.Count - at);
        switch (random.Next(6))
        {
            case 0 when at < file.Count:
                file[at] = (byte)random.Next(256);
                break;
            case 1:
                file.RemoveRange(at, length);
                break;
            case 2:
                file.InsertRange(random.Next(file.Count + 1), file.GetRange(at, length));
                break;
            case 3:
                file.RemoveRange(at, file.Count - at);
                break;
            case 4:
                var part = file.GetRange(at, length);
                file.RemoveRange(at, length);
                file.InsertRange(random.Next(file.Count + 1), part);
                break;
            default:
                file.InsertRange(at, Junk[random.Next(Junk.Length)]);
                break;
        }
    }
}
