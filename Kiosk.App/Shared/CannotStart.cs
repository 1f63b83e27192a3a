using Kiosk.Core.Houses;
using Kiosk.Core.Storage;
using Microsoft.AspNetCore.Connections;

namespace Kiosk.App.Shared;

/// <summary>The kiosk cannot start; the message says what to do.</summary>
public sealed class CannotStart(string message) : Exception(message)
{
    public CannotStart(string what, IEnumerable<Problem> problems)
        : this(string.Join(Environment.NewLine, problems.Select(p => "  " + p).Prepend(what))) { }

    /// <summary>A sentence for the person at the console, or null when the exception is a programmer's error.</summary>
    public static string? Explain(Exception exception) =>
        exception switch
        {
            CannotStart or DataFolderException or StorageException or MigrationException or InvalidDataException => exception.Message,
            IOException { InnerException: AddressInUseException } => exception.Message
                + " Is the kiosk running already? Close the other program, or choose another port with "
                + (
                    exception.Message.Contains("https://", StringComparison.Ordinal)
                        ? "--Kiosk:StaffUrl=https://0.0.0.0:5444."
                        : "--Kiosk:VisitorUrl=http://127.0.0.1:5081."
                ),
            _ => null,
        };
}
