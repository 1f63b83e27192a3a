using Kiosk.Core.Printing;
using Kiosk.Tests.Support;

namespace Kiosk.Tests.Printing;

/// <summary>The printer profiles of the repository.</summary>
internal static class Profiles
{
    public static PrinterProfiles All { get; } = new(SourceTree.PathOf("assets/printers"));
}
