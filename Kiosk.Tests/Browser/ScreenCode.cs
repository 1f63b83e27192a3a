using System.Text;
using Kiosk.Tests.Support;
using Microsoft.Playwright;

namespace Kiosk.Tests.Browser;

/// <summary>Reads the square on a screen as a tablet's camera does.</summary>
internal static class ScreenCode
{
    public static async Task<string> Read(Screen screen, string selector)
    {
        var picture = Path.GetTempFileName();
        try
        {
            await screen.Page.Locator(selector).First.ScreenshotAsync(new() { Path = picture, Type = ScreenshotType.Png });
            return Encoding.UTF8.GetString(Tool.Run("zbarimg", "--quiet", "--raw", picture)).Trim();
        }
        finally
        {
            File.Delete(picture);
        }
    }
}
