using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

[assembly: Kiosk.Tests.Support.SlowestFixtures]

namespace Kiosk.Tests.Support;

/// <summary>
/// Writes how long each fixture took, slowest first, into <c>artifacts/tests/slowest.txt</c> once all have run. The time of a fixture includes its
/// preparation; where fixtures run side by side, the sum is more than the time that somebody waited.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class SlowestFixturesAttribute : Attribute, ITestAction
{
    private readonly ConcurrentDictionary<string, long> _begun = [];
    private readonly ConcurrentBag<(string Name, TimeSpan Took, int Cases)> _fixtures = [];

    public ActionTargets Targets => ActionTargets.Suite;

    public void BeforeTest(ITest test) => _begun[test.Id] = Stopwatch.GetTimestamp();

    public void AfterTest(ITest test)
    {
        var took = Stopwatch.GetElapsedTime(_begun[test.Id]);
        if (test is { Fixture: not null, TypeInfo: not null } or { TestType: "TestFixture" })
        {
            _fixtures.Add((test.FullName, took, test.TestCaseCount));
        }
        else if (test.TestType == "Assembly")
        {
            Write();
        }
    }

    private void Write()
    {
        var sum = _fixtures.Aggregate(TimeSpan.Zero, (sum, fixture) => sum + fixture.Took);
        var text = new StringBuilder("seconds   cases  share  fixture\n");
        foreach (var (name, took, cases) in _fixtures.OrderByDescending(fixture => fixture.Took))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{took.TotalSeconds,7:F1}  {cases,6}  {took / sum,5:P0}  {name}");
        }

        var folder = Directory.CreateDirectory(SourceTree.PathOf("artifacts/tests")).FullName;
        File.WriteAllText(Path.Combine(folder, "slowest.txt"), text.ToString());
    }
}
