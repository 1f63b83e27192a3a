namespace Kiosk.Core.Houses;

/// <summary>Something wrong in a house file.</summary>
/// <param name="Path">Where: <c>services[3].phones[0].number</c>.</param>
/// <param name="Sentence">What to do about it, for somebody who is not a programmer.</param>
public sealed record Problem(string Path, string Sentence)
{
    public override string ToString() => Path.Length == 0 ? Sentence : $"{Path}: {Sentence}";
}

/// <summary>What came of reading a house file: a house, or every problem that stands in its way.</summary>
public sealed record HouseReading(House? House, IReadOnlyList<Problem> Problems);
