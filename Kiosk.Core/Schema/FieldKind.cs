namespace Kiosk.Core.Schema;

/// <summary>What a field holds, or each item of it when it is a list.</summary>
public enum FieldKind
{
    /// <summary>A text per language.</summary>
    Text,

    /// <summary>One line, the same in every language; of a <see cref="LineShape"/>.</summary>
    Line,

    /// <summary>The id of another entry.</summary>
    Reference,

    /// <summary>True or false.</summary>
    Flag,
    WholeNumber,
    Date,

    /// <summary>Wall time in the house's zone.</summary>
    Time,

    /// <summary>One of a few words.</summary>
    Choice,
    Language,

    /// <summary>An entry inside an entry, such as an address or a phone.</summary>
    Entry,
}

/// <summary>What a line must look like.</summary>
public enum LineShape
{
    /// <summary>Any line that is not blank.</summary>
    Any,

    /// <summary>Lower-case letters, digits and hyphens, unique within its list.</summary>
    Id,

    /// <summary>The name of a drawing.</summary>
    Pictogram,
    WebAddress,
    MailAddress,
    PhoneNumber,

    /// <summary>Two letters of ISO 3166-1.</summary>
    Country,
}
