using Kiosk.App.Shared;
using Kiosk.App.Staff.Guide;

namespace Kiosk.App.Staff;

/// <summary>The form of the house itself: its name, languages, hours, closures and phones.</summary>
public sealed class GuideHousePage(HouseEditor editor, Pictograms drawings, DrawingsWaiting waiting, Previews previews)
    : GuideEntryPage(editor, drawings, waiting, previews);
