using System.Text;
using Kiosk.Tests.Support;

namespace Kiosk.Tests.Browser;

/// <summary>Reads the square on a screen as a tablet's camera does.</summary>
internal static class ScreenCode
{
    public static async Task<string> Read(Screen screen, string selector)
    {
        var picture = Path.ChangeExtension(Path.GetTempFileName(), ".png");
        try
        {
            await screen.Page.Locator(selector).First.ScreenshotAsync(new() { Path = picture });
            return Encoding.UTF8.GetString(Tool.Run("zbarimg", "--quiet", "--raw", picture)).Trim();
        }
        finally
        {
            File.Delete(picture);
        }
    }
}
