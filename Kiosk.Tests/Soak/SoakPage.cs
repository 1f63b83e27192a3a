namespace Kiosk.Tests.Soak;

internal static class SoakPage
{
    public static void Write(IReadOnlyList<Sample> samples, Life life)
    {
        NUnit.Framework.TestContext.Out.WriteLine(life);
        foreach (var s in samples) NUnit.Framework.TestContext.Out.WriteLine(s);
    }
}
