using Kiosk.App.Hosting;
using Kiosk.Core.Clocks;
using Kiosk.Core.Pictograms;
using Kiosk.Core.Printing;
using Kiosk.Core.Printing.Drawing;
using Kiosk.Core.Slips;

namespace Kiosk.App.Printing;

/// <summary>What a slip can be printed by, at this moment.</summary>
public enum PaperOffer
{
    /// <summary>Nothing: it is for the screen and the telephone.</summary>
    None,

    /// <summary>The kiosk's own printer, as far as it knows.</summary>
    Printer,

    /// <summary>The browser, on the printer it finds.</summary>
    Browser,
}

/// <summary>Printing as the settings want it.</summary>
public sealed class SlipPrinting : IDisposable
{
    private readonly PrinterAddress _address;
    private readonly int _widthDots;
    private readonly PrintQueue? _queue;
    private readonly Lazy<SlipRaster> _raster;

    public SlipPrinting(KioskSettings settings, PrinterTimeouts timeouts, TimeProvider time, HouseClock clock, PictogramSet pictograms)
    {
        _raster = new(() => NewRaster(pictograms));
        (_address, _widthDots) = (PrinterAddress.TryParse(settings.Printer)!, settings.PaperDots);
        if (IsOurs && DrawingLibraries.Fault() is null)
        {
            var printer = Printers.EscPos(_address, KioskSettings.Profiles.FindOrPlain(settings.PrinterProfile), timeouts);
            _queue = new PrintQueue(printer, timeouts, time, () => clock.Presumed.Date);
        }
    }

    /// <summary>Raised when the printer has become another way.</summary>
    public event Action? Changed
    {
        add => _queue?.Changed += value;
        remove => _queue?.Changed -= value;
    }

    public PaperOffer Offer =>
        _address is PrinterAddress.Browser ? PaperOffer.Browser
        : State.CanPrint() ? PaperOffer.Printer
        : PaperOffer.None;

    /// <summary>Of the kiosk's own printer; how the browser's is, nobody can know.</summary>
    public PrinterState State => IsOurs ? _queue?.State ?? PrinterState.CannotDraw : PrinterState.None;

    public PrintFailures? Failures => _queue?.Failures;

    /// <summary>Width of what is printed: 72, 64 or 48 mm at 8 dots a millimetre (203 an inch).</summary>
    public int PaperMillimetres => _widthDots / 8;

    /// <summary>The printer in one word, for <c>/health</c>.</summary>
    public string Word => _address is PrinterAddress.Browser ? "browser" : State.Word();

    /// <summary>Whether there is a printer of the kiosk's own, and slips can be drawn for it.</summary>
    public bool HasPrinter => _queue is not null;

    private bool IsOurs => _address is PrinterAddress.Device or PrinterAddress.Tcp;

    /// <summary>Draws with our own pictograms only.</summary>
    public static SlipRaster NewRaster() => NewRaster(new PictogramSet(ProgramFiles.Pictograms, null));

    private static SlipRaster NewRaster(PictogramSet pictograms) => new(ProgramFiles.PaperFonts, pictograms);

    /// <param name="name">Tells this slip from another: a second touch on the same one prints it once.</param>
    public Task<PrintResult> PrintAsync(string name, Slip slip) =>
        _queue is null
            ? Task.FromResult(new PrintResult(PrintEnd.CouldNot, State))
            : _queue.PrintAsync(name, () => _raster.Value.Draw(slip, _widthDots));

    /// <summary>Asks the printer how it is.</summary>
    public void LookAfter() => _queue?.LookAfter();

    /// <summary>Loads the letters, so that the first visitor does not wait for them.</summary>
    public void WarmUp(Slip slip)
    {
        if (_queue is not null)
        {
            _raster.Value.Draw(slip, _widthDots);
        }
    }

    /// <summary>Makes the drawings ready that the house brought, also those of a moment ago.</summary>
    public void PrepareDrawings()
    {
        if (_queue is not null)
        {
            _raster.Value.PrepareDrawings();
        }
    }

    public void Dispose() => _queue?.Dispose();
}
