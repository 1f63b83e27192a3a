using System.Globalization;

namespace Kiosk.App.Live;

/// <summary>What staff ask of the page on the screen from a tablet. It does it only while nobody is at it: it alone knows.</summary>
/// <remarks>A picture of the screen must never show a visit (privacy promise P5), and no visitor may be disturbed. So the page itself is
/// asked, and every page that is open has to say yes within a moment; one that is frozen, or starting, says nothing, which is no.</remarks>
public sealed class IdleScreenProbe(VisitActivity visit) : IDisposable
{
    /// <summary>Over loopback an answer takes milliseconds; a busy Raspberry Pi takes its time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _gate = new();
    private int _pages;
    private int _question;
    private int _missing;
    private TaskCompletionSource<bool>? _answer;

    /// <summary>The name of a server-sent event, and its data.</summary>
    public event Action<string, string>? Asked;

    /// <summary>A page of the screen hears until what is returned is disposed of.</summary>
    public IDisposable Hear()
    {
        lock (_gate)
        {
            _pages++;
        }

        return new Hearing(this);
    }

    /// <summary>Whether nobody is at the screen now. Every page begins to watch for a touch.</summary>
    public Task<bool> RestsAsync(CancellationToken cancel) => AskAsync("resting", cancel);

    /// <summary>Whether nobody was at it since <see cref="RestsAsync"/>.</summary>
    public Task<bool> StillRestsAsync(CancellationToken cancel) => AskAsync("rested", cancel);

    /// <summary>Asks for something that the page shows or says, if it rests.</summary>
    public void Do(string what) => Asked?.Invoke(what, "");

    /// <param name="question">Its number, as it was asked; a late answer to an earlier one counts for nothing.</param>
    public void Answer(string? question, bool rests)
    {
        lock (_gate)
        {
            if (_answer is null || question != _question.ToString(CultureInfo.InvariantCulture))
            {
                return;
            }

            if (!rests || --_missing <= 0)
            {
                _answer.TrySetResult(rests);
            }
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<bool> AskAsync(string what, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            return Begin(out var question) is { } answer && await HeardAsync(what, question, answer, cancel) && !visit.IsActive;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <returns>Null when no page is open.</returns>
    private Task<bool>? Begin(out string question)
    {
        lock (_gate)
        {
            question = (++_question).ToString(CultureInfo.InvariantCulture);
            _missing = _pages;
            _answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            return _pages > 0 ? _answer.Task : null;
        }
    }

    private async Task<bool> HeardAsync(string what, string question, Task<bool> answer, CancellationToken cancel)
    {
        Asked?.Invoke(what, question);
        try
        {
            return await answer.WaitAsync(Patience, cancel);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private sealed class Hearing(IdleScreenProbe screen) : IDisposable
    {
        public void Dispose()
        {
            lock (screen._gate)
            {
                screen._pages--;
            }
        }
    }
}
