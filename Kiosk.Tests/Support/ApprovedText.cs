using NUnit.Framework;

namespace Kiosk.Tests.Support;

/// <summary>Texts in <c>Kiosk.Tests/Approved</c> that somebody read; what is written today has to be the same.</summary>
/// <remarks>To approve anew: run the test, read what it wrote into <c>artifacts/received</c>, and move it to <c>Approved</c>.</remarks>
internal static class ApprovedText
{
    /// <param name="name">With its ending: <c>report-2025-fr.json</c>.</param>
    public static void AssertSame(byte[] written, string name)
    {
        var (approved, received) = (SourceTree.PathOf($"Kiosk.Tests/Approved/{name}"), SourceTree.PathOf($"artifacts/received/{name}"));
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllBytes(received, written);
        Assert.That(File.Exists(approved), $"{name} was never approved: read {received}.");
        Assert.That(
            File.ReadAllText(received).ReplaceLineEndings("\n"),
            Is.EqualTo(File.ReadAllText(approved).ReplaceLineEndings("\n")),
            $"read {received}"
        );
    }
}
