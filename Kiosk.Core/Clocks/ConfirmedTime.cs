using System.Globalization;
using NodaTime;

namespace Kiosk.Core.Clocks;

/// <summary>
/// The time that staff confirmed, as the moment at which the machine was started: time runs on from there, whatever its clock is set to.
/// </summary>
/// <remarks>In a folder that goes with the power, so that the program may be started anew and the machine may not.</remarks>
public sealed class ConfirmedTime
{
    private const string File = "confirmed-time";

    private readonly string? _path;
    private readonly IMachineClock _machine;

    /// <param name="runtimeFolder">A folder that goes with the power; null or empty where there is none, and then the program alone
    /// remembers.</param>
    public ConfirmedTime(string? runtimeFolder, IMachineClock machine)
    {
        _machine = machine;
        _path = string.IsNullOrEmpty(runtimeFolder) ? null : Path.Combine(runtimeFolder, File);
        Started = Read();
    }

    /// <summary>When the machine was started; null when nobody confirmed a time since.</summary>
    public Instant? Started { get; private set; }

    public void Keep(Instant started)
    {
        Started = started;
        var (seconds, sinceStart) = (started.ToUnixTimeSeconds(), _machine.SinceStart.TotalSeconds);
        Try(path =>
            System.IO.File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"{_machine.Boot}\n{seconds}\n{sinceStart:0}\n"))
        );
    }

    public void Forget()
    {
        if (Started is not null)
        {
            Started = null;
            Try(System.IO.File.Delete);
        }
    }

    /// <summary>Of this start of the machine only: by its id and, where that cannot be read, by its having run for longer.</summary>
    private Instant? Read()
    {
        string[] lines = [];
        Try(path => lines = System.IO.File.Exists(path) ? System.IO.File.ReadAllLines(path) : []);
        return
            lines is [var boot, var seconds, var sinceStart]
            && boot == (_machine.Boot ?? "")
            && long.TryParse(seconds, CultureInfo.InvariantCulture, out var started)
            && double.TryParse(sinceStart, CultureInfo.InvariantCulture, out var then)
            && then <= _machine.SinceStart.TotalSeconds + 1
            && started is > 0 and < 253402300800 // year 10000
            ? Instant.FromUnixTimeSeconds(started)
            : null;
    }

    /// <summary>A folder that cannot be used costs a confirmation after the next start of the program, nothing more.</summary>
    private void Try(Action<string> use)
    {
        try
        {
            if (_path is not null)
            {
                use(_path);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // the program alone remembers
        }
    }
}
