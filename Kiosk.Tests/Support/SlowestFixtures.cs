using System.Globalization;
using System.Text;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

[assembly: Kiosk.Tests.Support.SlowestFixtures]

namespace Kiosk.Tests.Support;

/// <summary>
/// Once all tests have run, writes into <c>artifacts/tests</c>: <c>slowest.txt</c>, how long each fixture took with its preparation,
/// slowest first; and <c>failed.txt</c>, the methods of tests that failed, a line each, so that test.sh can run them once more. Fixtures
/// run side by side: their seconds together are more than the run took.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class SlowestFixturesAttribute : Attribute, ITestAction
{
    public ActionTargets Targets => ActionTargets.Suite;

    public void BeforeTest(ITest test)
    {
        // All that is needed is in the results.
    }

    public void AfterTest(ITest test)
    {
        var result = TestExecutionContext.CurrentContext.CurrentResult;
        if (result.Test is not TestAssembly || Environment.GetEnvironmentVariable("KIOSK_TRACE") is not null)
        {
            return; // with a trace, some are run a second time, to tell more about them
        }

        var folder = Directory.CreateDirectory(SourceTree.PathOf("artifacts/tests")).FullName;
        File.WriteAllText(Path.Combine(folder, "slowest.txt"), Table([.. AllBelow(result).Where(one => one.Test is TestFixture)]));
        File.WriteAllLines(
            Path.Combine(folder, "failed.txt"),
            AllBelow(result)
                .Where(one => !one.Test.IsSuite && one.ResultState.Status == TestStatus.Failed)
                .Select(one => one.Test.MethodName!)
                .Distinct()
        );
    }

    private static string Table(ITestResult[] fixtures)
    {
        var byClass = fixtures
            .GroupBy(fixture => fixture.Test.ClassName!)
            .Select(group => (Name: group.Key, Seconds: group.Sum(Seconds), Cases: group.Sum(fixture => fixture.TotalCount)))
            .OrderByDescending(fixture => fixture.Seconds)
            .ToArray();
        var sum = byClass.Sum(fixture => fixture.Seconds);
        var text = new StringBuilder("seconds   cases  share  fixture\n");
        foreach (var (name, seconds, cases) in byClass)
        {
            text.Append(CultureInfo.InvariantCulture, $"{seconds, 7:F1}  {cases, 6}  {100 * (seconds / sum), 3:F0} %  {name}\n");
        }

        return text.ToString();
    }

    /// <summary>
    /// Where the cases of a fixture run side by side, others run between them: the fixture's own time would count those too.
    /// </summary>
    private static double Seconds(ITestResult fixture) =>
        fixture.Test.Properties.Get(PropertyNames.ParallelScope) is ParallelScope scope && scope.HasFlag(ParallelScope.Children)
            ? AllBelow(fixture).Where(one => !one.Test.IsSuite).Sum(one => one.Duration)
            : fixture.Duration;

    private static IEnumerable<ITestResult> AllBelow(ITestResult result) =>
        result.Children.SelectMany(child => AllBelow(child).Prepend(child));
}
