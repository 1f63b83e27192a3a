using System.Text;
using Kiosk.Core.Slips;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Slips;

/// <summary>
/// A code is read back, byte for byte, by a decoder that knows nothing of ours. Those of every slip are read from paper
/// (PaperReadBackTests).
/// </summary>
[Category("Paper")]
internal sealed class QrReadBackTests
{
    private const int PixelsPerModule = 5;

    /// <summary>A reader that guesses the character set takes this for Japanese or Chinese.</summary>
    [Test]
    public void A_single_accent_is_not_taken_for_another_character_set()
    {
        const string text = "Place de la Cloche Fêlée 3";
        var picture = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(picture, QrPicture.Graymap(QrSymbol.Encode(text), PixelsPerModule));
            var read = Tool.Run("zbarimg", "-q", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", picture);
            Assert.That(Encoding.UTF8.GetString(read), Is.EqualTo(text + "\n"));
        }
        finally
        {
            File.Delete(picture);
        }
    }
}
