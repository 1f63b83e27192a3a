using System.Text.Json.Serialization;
using Kiosk.Core.Languages;
using Kiosk.Core.Schema;

namespace Kiosk.Core.Topics;

/// <summary>The four functions of a low-threshold meeting place (de STEK / L'APOR, SAAMO and SAM, 2019).</summary>
public enum MeetingFunction
{
    /// <summary>Rencontrer, ontmoeten.</summary>
    [JsonStringEnumMemberName("meet")]
    Meet,

    /// <summary>Apprendre, leren.</summary>
    [JsonStringEnumMemberName("learn")]
    Learn,

    /// <summary>Politiser, politiseren.</summary>
    [JsonStringEnumMemberName("speak-up")]
    SpeakUp,

    /// <summary>Orienter, toeleiden.</summary>
    [JsonStringEnumMemberName("refer")]
    Refer,
}

/// <summary>A need as a visitor would point at it: a tile with a pictogram and a word.</summary>
[Entry("topic", "A need as a visitor would point at it.", KeepsHsds = true)]
public sealed record Topic(
    [Field(Shape = LineShape.Id)] string Id,
    [Field("One or two words for the tile.", InOwnLanguage = true, Hsds = "name")] LocalizedText Name,
    [Field(Shape = LineShape.Pictogram)] string Pictogram,
    [Field("Which of the four functions it serves.")] MeetingFunction Function,
    [Field("The topic this one narrows; one that has no parentId itself.", In = "topics", Hsds = "parent_id")] string? ParentId,
    [Field("Violence, dependence, residence papers: who comes by it gets a discreet slip and can leave quickly.", IsOptional = true)]
        bool Sensitive
);
