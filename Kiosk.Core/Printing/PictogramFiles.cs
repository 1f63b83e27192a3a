using Kiosk.Core.Pictograms;
using Kiosk.Core.Printing.Drawing;

namespace Kiosk.Core.Printing;

/// <summary>The drawings as paper takes them, each made ready once. Not for two threads at once.</summary>
internal sealed class PictogramFiles(PictogramSet set)
{
    private readonly Dictionary<PictogramFile, PaperPictogram> _ready = [];

    /// <summary>Makes those ready that the house brought: the first one takes longer than a visitor should wait.</summary>
    public void PrepareHouses()
    {
        foreach (var file in set.All.Where(file => file.Credit is not null))
        {
            _ = this[file.Name];
        }
    }

    public PaperPictogram this[string name]
    {
        get
        {
            var file = set[name];
            if (!_ready.TryGetValue(file, out var ready))
            {
                ready = _ready[file] = PaperPictogram.Read(file);
            }

            return ready;
        }
    }
}
