namespace Kiosk.Core.Printing;

/// <summary>An open connection to a printer. Every call ends within the time it is given.</summary>
internal interface IPrinterConnection : IDisposable
{
    /// <summary>Whether anything can ever be read from it.</summary>
    bool CanAnswer { get; }

    /// <returns>Bytes taken: fewer than given when time ran out.</returns>
    /// <exception cref="PrinterConnectionException">The connection broke.</exception>
    int Write(ReadOnlySpan<byte> bytes, TimeSpan timeout);

    /// <returns>Bytes read, at least one; 0 when none came in time, or the line is for writing only.</returns>
    /// <exception cref="PrinterConnectionException">The connection broke.</exception>
    int Read(Span<byte> buffer, TimeSpan timeout);
}

/// <summary>Why there is no connection to a printer, or no longer.</summary>
internal sealed class PrinterConnectionException(PrinterState state) : IOException($"The printer is {state.Word()}.")
{
    public PrinterState State => state;
}
