using System.Diagnostics;
using System.Globalization;
using System.Text;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

[assembly: Kiosk.Tests.Support.SlowestFixtures]

namespace Kiosk.Tests.Support;

/// <summary>
/// Writes how long each fixture took, slowest first, into <c>artifacts/tests/slowest.txt</c> once all have run. Fixtures run one after the other: the
/// time since the test before ended belongs to the fixture of the next one, so that what is prepared once for a fixture is part of its time.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class SlowestFixturesAttribute : Attribute, ITestAction
{
    private readonly Dictionary<string, (TimeSpan Took, int Cases)> _fixtures = [];
    private long _since = Stopwatch.GetTimestamp();

    public ActionTargets Targets => ActionTargets.Test | ActionTargets.Suite;

    public void BeforeTest(ITest test)
    {
        // The time runs since the test before ended.
    }

    public void AfterTest(ITest test)
    {
        if (test.IsSuite)
        {
            Write();
            return;
        }

        var (took, cases) = _fixtures.GetValueOrDefault(test.ClassName!);
        _fixtures[test.ClassName!] = (took + Stopwatch.GetElapsedTime(_since), cases + 1);
        _since = Stopwatch.GetTimestamp();
    }

    private void Write()
    {
        var sum = _fixtures.Values.Aggregate(TimeSpan.Zero, (sum, fixture) => sum + fixture.Took);
        var text = new StringBuilder("seconds   cases  share  fixture\n");
        foreach (var (name, (took, cases)) in _fixtures.OrderByDescending(fixture => fixture.Value.Took))
        {
            text.Append(CultureInfo.InvariantCulture, $"{took.TotalSeconds,7:F1}  {cases,6}  {100 * (took / sum),3:F0} %  {name}\n");
        }

        var folder = Directory.CreateDirectory(SourceTree.PathOf("artifacts/tests")).FullName;
        File.WriteAllText(Path.Combine(folder, "slowest.txt"), text.ToString());
    }
}
