using Kiosk.App.Houses;
using Kiosk.Core.Editing;

namespace Kiosk.App.Staff.Guide;

/// <summary>The form of the house itself: its name, languages, hours, closures and phones.</summary>
public sealed class GuideHousePage(HouseEditor editor, Pictograms drawings, DrawingsWaiting waiting, Previews previews)
    : GuideEntryPage(editor, drawings, waiting, previews);
