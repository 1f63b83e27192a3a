namespace Kiosk.App.Commands.Checks;

/// <summary>A file of the machine, as far as the user who runs <c>doctor</c> may read it: not everybody is root.</summary>
internal static class ReadableFile
{
    /// <returns>The text; empty where there is no such file, this user may not read it, or the disk does not give it.</returns>
    public static string Text(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : "";
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
