using Kiosk.App.Shared;

namespace Kiosk.App.Staff;

/// <summary>The form of the house itself: its name, languages, hours, closures and phones.</summary>
public sealed class GuideHousePage(HouseEditor editor, Pictograms drawings, Previews previews) : GuideEntryPage(editor, drawings, previews);
