using Kiosk.Core.Languages;
using NodaTime;

namespace Kiosk.Core.Devices;

/// <summary>What a tablet may do.</summary>
public enum Role
{
    /// <summary>Changes the day, the guide and the notices.</summary>
    Staff,

    /// <summary>Besides that pairs and revokes tablets, and reads the report.</summary>
    Coordinator,
}

/// <summary>A tablet or telephone of the house that was paired with the kiosk; no person.</summary>
/// <param name="Name">As whoever paired it wrote: <c>Accueil</c>.</param>
/// <param name="Language">That its pages are in.</param>
/// <param name="LastSeenOn">The last day it asked for a page; no time finer than that is kept.</param>
public sealed record Device(long Id, string Name, Role Role, LanguageTag Language, LocalDate PairedOn, LocalDate LastSeenOn);
