using System.Reflection;
using Kiosk.Tests.Support;
using NUnit.Framework;

namespace Kiosk.Tests.Deploying;

/// <summary><c>deploy-kiosk.ps1</c>, by tests in its own language: <c>*.Tests.ps1</c> beside this file.</summary>
[Category("Process"), Platform("Linux")]
internal sealed class PesterTests
{
    private static readonly string Pester = typeof(PesterTests)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "Pester")
        .Value!;

    [Test]
    public async Task All_pass([Values("Deploy", "OnWindows")] string file)
    {
        var (exit, said) = await PowerShell.RunAsync("", "-File", Beside("run.ps1"), Pester, Beside($"{file}.Tests.ps1"));
        TestContext.Out.WriteLine(said);
        Assert.That(exit, Is.Zero, said);
    }

    private static string Beside(string file) => SourceTree.PathOf($"Kiosk.Tests/Deploying/{file}");
}
