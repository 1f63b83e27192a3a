using Kiosk.Core.Exchange;
using Kiosk.Core.Houses.Editing;

namespace Kiosk.Core.Editing;

/// <summary>An import that a tablet was shown and has not decided on.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Plan">What it would do.</param>
/// <param name="Edits">The same for the editor, with the versions that were in force when it was shown.</param>
public sealed record PlanWaiting(string Name, ImportPlan Plan, IReadOnlyList<EntryEdit> Edits);

/// <summary>Keeps an import in memory while somebody reads what it would change, so that nothing has to be sent twice.</summary>
public sealed class PendingImports(TimeProvider time)
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>An import of ten thousand services takes some 100 MB here.</summary>
    private const int Most = 3;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, (PlanWaiting Plan, DateTimeOffset Until)> _plans = [];

    /// <summary>In place of what the tablet had waiting before.</summary>
    public void Put(long device, PlanWaiting plan)
    {
        lock (_gate)
        {
            Forget();
            _plans[device] = (plan, time.GetUtcNow() + Patience);
            foreach (var oldest in _plans.OrderByDescending(waiting => waiting.Value.Until).Skip(Most).ToList())
            {
                _plans.Remove(oldest.Key);
            }
        }
    }

    public PlanWaiting? Find(long device)
    {
        lock (_gate)
        {
            Forget();
            return _plans.TryGetValue(device, out var waiting) ? waiting.Plan : null;
        }
    }

    public void Drop(long device)
    {
        lock (_gate)
        {
            _plans.Remove(device);
        }
    }

    private void Forget()
    {
        foreach (var late in _plans.Where(waiting => waiting.Value.Until <= time.GetUtcNow()).ToList())
        {
            _plans.Remove(late.Key);
        }
    }
}
