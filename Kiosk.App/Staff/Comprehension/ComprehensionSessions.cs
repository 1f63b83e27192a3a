using Kiosk.Core.Languages;
using Kiosk.Core.PictogramComprehension;
using Kiosk.Core.Storage;

namespace Kiosk.App.Staff.Comprehension;

/// <summary>One person being asked on one tablet.</summary>
/// <param name="Drawings">In the order of this round.</param>
/// <param name="At">How many were answered or left out.</param>
/// <param name="Last">The answer that can be taken back, and where it was given; none before the first.</param>
public sealed record CheckRound(LanguageTag Language, IReadOnlyList<string> Drawings, int At, (int At, CheckAnswer Answer)? Last)
{
    /// <summary>What is shown now; null at the end.</summary>
    public string? Drawing => At < Drawings.Count ? Drawings[At] : null;
}

/// <summary>The rounds that go on, one for each tablet. In memory only: which answers belong together is never written down.</summary>
public sealed class ComprehensionSessions(HouseDatabase house)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, CheckRound> _rounds = [];

    public CheckRound? Find(long device)
    {
        lock (_gate)
        {
            return _rounds.GetValueOrDefault(device);
        }
    }

    /// <summary>
    /// Begins with what was asked least in this language, so that what came last when people were tired, or not at all, is next time among
    /// the first.
    /// </summary>
    /// <param name="asked">How often each was asked, as it is drawn now.</param>
    /// <param name="chance">Shuffles those asked equally often, the topics before the others.</param>
    public void Begin(long device, LanguageTag language, IEnumerable<CheckedDrawing> drawings, Func<string, int> asked, Random chance)
    {
        var shuffled = drawings.ToArray();
        chance.Shuffle(shuffled);
        var order = shuffled
            .OrderBy(drawing => asked(drawing.Name))
            .ThenByDescending(drawing => drawing.IsTopic)
            .Select(drawing => drawing.Name);
        lock (_gate)
        {
            _rounds[device] = new CheckRound(language, [.. order], 0, null);
        }
    }

    /// <summary>
    /// Counts an answer and goes on. The answer given last may be given again otherwise: it takes the place of the first, as a finger that
    /// touches twice means once.
    /// </summary>
    /// <returns>False when that drawing is no longer asked about; nothing is counted.</returns>
    /// <exception cref="StorageException">It could not be written; the round stands where it stood.</exception>
    public bool Answer(long device, int at, CheckAnswer answer)
    {
        lock (_gate)
        {
            if (
                _rounds.GetValueOrDefault(device) is not { } round
                || round.Language != answer.Shown.Language
                || round.Drawings.ElementAtOrDefault(at) != answer.Shown.Drawing
            )
            {
                return false;
            }

            if (round.Last is { } last && last.At == at)
            {
                house.Checks.Exchange(last.Answer, answer);
            }
            else if (round.At == at)
            {
                house.Checks.Add(answer);
            }
            else
            {
                return false;
            }

            _rounds[device] = round with { At = Math.Max(round.At, at + 1), Last = (at, answer) };
            return true;
        }
    }

    /// <summary>Leaves a drawing out; one that is left already stays so.</summary>
    public void Skip(long device, int at)
    {
        lock (_gate)
        {
            if (_rounds.GetValueOrDefault(device) is { Drawing: not null } round && round.At == at)
            {
                _rounds[device] = round with { At = at + 1 };
            }
        }
    }

    /// <summary>Takes the last answer back and asks again.</summary>
    /// <returns>False when there is none.</returns>
    public bool TakeBack(long device)
    {
        lock (_gate)
        {
            if (_rounds.GetValueOrDefault(device) is not { Last: { } last } round)
            {
                return false;
            }

            house.Checks.TakeBack(last.Answer);
            _rounds[device] = round with { At = last.At, Last = null };
            return true;
        }
    }

    public void End(long device)
    {
        lock (_gate)
        {
            _rounds.Remove(device);
        }
    }
}
