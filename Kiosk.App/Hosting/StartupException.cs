using System.Net.Sockets;
using Kiosk.Core.Houses;
using Kiosk.Core.Storage;
using Microsoft.AspNetCore.Connections;

namespace Kiosk.App.Hosting;

/// <summary>The kiosk cannot start; the message says what to do.</summary>
public sealed class StartupException(string message) : Exception(message)
{
    public StartupException(string what, IEnumerable<Problem> problems)
        : this(string.Join(Environment.NewLine, problems.Select(p => "  " + p).Prepend(what))) { }

    /// <summary>A sentence for the person at the console, or null when the exception is a programmer's error.</summary>
    public static string? Explain(Exception exception) =>
        exception switch
        {
            StartupException or DataFolderException or StorageException or MigrationException => exception.Message,
            InvalidDataException { InnerException: not null } => // which line of appsettings.json
            $"{exception.Message} {exception.GetBaseException().Message}",
            InvalidDataException => exception.Message,
            SocketException { SocketErrorCode: SocketError.AccessDenied } =>
                "This user may not open one of the two ports: those below 1024 belong to the system. Write ports from 1024 on, such as "
                    + "--Kiosk:VisitorUrl=http://127.0.0.1:5080 and --Kiosk:StaffUrl=https://0.0.0.0:5443; on an appliance, "
                    + "'sudo kiosk setup' lets it have the ports of its settings.",
            SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
                "This machine does not have one of the two addresses: write --Kiosk:StaffUrl=https://0.0.0.0:5443 for all that it has, or "
                    + "one of its own, and keep Kiosk:VisitorUrl at http://127.0.0.1:5080.",
            IOException { InnerException: AddressInUseException } => exception.Message
                + " Is the kiosk running already? Close the other program, or choose another port with "
                + (
                    exception.Message.Contains("https://", StringComparison.Ordinal)
                        ? "--Kiosk:StaffUrl=https://0.0.0.0:5444."
                        : "--Kiosk:VisitorUrl=http://127.0.0.1:5081."
                ),
            UnauthorizedAccessException or IOException =>
                $"{exception.Message} See that this user may read and write there, and that there is room.",
            _ => null,
        };
}
