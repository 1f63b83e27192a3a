namespace Kiosk.Core.Counting;

/// <summary>A sum of taps as it is. Nothing outside can read or write it: whoever prints it prints it rounded.</summary>
public readonly struct RawTaps
{
    private readonly long _taps;

    internal RawTaps(long taps) => _taps = taps;

    public Figure Rounded => Figure.Of(_taps);

    public override string ToString() => Rounded.ToString();

    public static RawTaps operator +(RawTaps one, RawTaps other) => new(one._taps + other._taps);
}
