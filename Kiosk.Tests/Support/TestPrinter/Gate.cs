namespace Kiosk.Tests.Support;

/// <summary>Something that may go on or has to wait.</summary>
internal sealed class Gate
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Gate(bool open) => Set(open);

    public bool IsOpen
    {
        get
        {
            lock (_lock)
            {
                return _opened.Task.IsCompleted;
            }
        }
    }

    public void Set(bool open)
    {
        lock (_lock)
        {
            if (open)
            {
                _opened.TrySetResult();
            }
            else if (_opened.Task.IsCompleted)
            {
                _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    public Task WhenOpenAsync(CancellationToken cancel)
    {
        lock (_lock)
        {
            return _opened.Task.WaitAsync(cancel);
        }
    }
}
