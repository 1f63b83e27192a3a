namespace Kiosk.Tests.Support;

/// <summary>The bad days: each may begin and end at any time; what waits in the buffer is printed once it can be.</summary>
public sealed partial class PaperPrinter
{
    private bool _coverOpen;
    private bool _nearEnd;
    private bool _offline;
    private bool _cutterJam;
    private bool _jamsAtNextCut;
    private bool _dead;
    private bool _answersStatus = true;

    /// <summary>How many more rows of dots, printed or fed, are on the roll: 0 is out of paper now, null is plenty.</summary>
    public int? PaperOutAfterRows
    {
        get => Locked(() => _paper.RowsLeft);
        set => Change(() => _paper.RowsLeft = value);
    }

    public bool PaperOut => Locked(() => _paper.IsOut);

    /// <summary>The roll is thin; it prints all the same.</summary>
    public bool NearEnd
    {
        get => Locked(() => _nearEnd);
        set => Change(() => _nearEnd = value);
    }

    /// <summary>Somebody pressed a button: answers, but does not print.</summary>
    public bool Offline
    {
        get => Locked(() => _offline);
        set => Change(() => _offline = value);
    }

    /// <summary>The blade is stuck now: an error, and nothing is printed until it is free again.</summary>
    public bool CutterJam
    {
        get => Locked(() => _cutterJam);
        set => Change(() => _cutterJam = value);
    }

    /// <summary>All is well until the blade is to move: then <see cref="CutterJam"/>, and the cut is still owed.</summary>
    public bool JamsAtNextCut
    {
        get => Locked(() => _jamsAtNextCut);
        set => Change(() => _jamsAtNextCut = value);
    }

    /// <summary>False for a silent printer: prints, but never answers anything.</summary>
    public bool AnswersStatus
    {
        get => Locked(() => _answersStatus);
        set => Change(() => _answersStatus = value);
    }

    /// <summary>Hangs: takes nothing, prints nothing, answers nothing. What it had taken stays in its buffer.</summary>
    public bool Dead
    {
        get => Locked(() => _dead);
        set => Change(() => _dead = value);
    }

    /// <summary>False for a clone that knows neither DLE ENQ 2 nor DLE DC4 8.</summary>
    public bool ObeysClear { get; set; } = true;

    /// <summary>
    /// True for a printer that hears DLE ENQ 2 only while it has an error, as Epson's do: paper end and open cover are none.
    /// </summary>
    /// <remarks>"Enabled when a recoverable error occurs … and is ignored in other cases" (Epson TM-L90, DLE ENQ, page 380).</remarks>
    public bool RecoversOnlyFromErrors { get; set; }

    private PrinterCondition Condition =>
        new(Stopped: _offline || _coverOpen || _cutterJam || _paper.IsOut, _coverOpen, _paper.IsOut, _nearEnd, _cutterJam);

    public void OpenCover() => Change(() => _coverOpen = true);

    public void CloseCover() => Change(() => _coverOpen = false);

    /// <summary>A new roll.</summary>
    public void RefillPaper() => PaperOutAfterRows = null;

    private void Change(Action change)
    {
        lock (_lock)
        {
            change();
            GoOn();
        }
    }
}
