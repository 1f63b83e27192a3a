using System.Text;
using Kiosk.Core.Slips;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Slips;

/// <summary>Every code is read back by two decoders that know nothing of ours, byte for byte.</summary>
internal sealed class QrReadBackTests
{
    private const int PixelsPerModule = 5;

    [TestCaseSource(typeof(DemoSlips), nameof(DemoSlips.Each))]
    public void Both_decoders_read_what_was_written(object subject, string language)
    {
        var text = DemoSlips.Compose(subject, language).QrText;
        Assert.That(ReadBack(text, "zbarimg", "-q", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable"), Is.EqualTo(text + "\n"));
        Assert.That(ReadBack(text, "ZXingReader", "-format", "QRCode", "-bytes"), Is.EqualTo(text));
    }

    /// <summary>A reader that guesses the character set takes this for Japanese or Chinese.</summary>
    [Test]
    public void A_single_accent_is_not_taken_for_another_character_set() => Assert.That(
        ReadBack("Place de la Cloche Fêlée 3", "zbarimg", "-q", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable"), Is.EqualTo("Place de la Cloche Fêlée 3\n"));

    private static string ReadBack(string text, string decoder, params string[] options)
    {
        var picture = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(picture, QrPicture.Graymap(QrSymbol.Encode(text), PixelsPerModule));
            return Encoding.UTF8.GetString(Tool.Run(decoder, [.. options, picture]));
        }
        finally
        {
            File.Delete(picture);
        }
    }
}
