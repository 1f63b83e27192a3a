using Kiosk.Core.Languages;

namespace Kiosk.Core.Topics;

/// <summary>The four functions of a low-threshold meeting place (de STEK / L'APOR, SAAMO and SAM, 2019).</summary>
public enum MeetingFunction
{
    /// <summary>Rencontrer, ontmoeten.</summary>
    Meet,

    /// <summary>Apprendre, leren.</summary>
    Learn,

    /// <summary>Politiser, politiseren.</summary>
    SpeakUp,

    /// <summary>Orienter, toeleiden.</summary>
    Refer,
}

/// <summary>A need as a visitor would point at it: a tile with a pictogram and a word.</summary>
/// <param name="Id">Readable slug, as in <c>/fr/topic/housing</c>.</param>
/// <param name="ParentId">The topic this one narrows; null on the home screen. Topics are two levels deep at most.</param>
/// <param name="Sensitive">Violence, dependence, residence papers: neutral slip heading and <em>leave quickly</em> on the page.</param>
public sealed record Topic(string Id, LocalizedText Name, string Pictogram, MeetingFunction Function, string? ParentId, bool Sensitive);
