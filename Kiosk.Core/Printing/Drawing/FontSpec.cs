namespace Kiosk.Core.Printing.Drawing;

/// <summary>The size and the weight of letters.</summary>
/// <param name="SizeDots">Size of the em.</param>
/// <param name="Weight">100 to 900; 400 is regular, 700 bold.</param>
internal readonly record struct FontSpec(int SizeDots, int Weight);
