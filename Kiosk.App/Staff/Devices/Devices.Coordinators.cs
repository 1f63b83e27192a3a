using Kiosk.Core.Devices;
using Kiosk.Core.Languages;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.App.Staff.Devices;

/// <remarks>And on a coordinator's tablet: who may sign in on the others to read the report.</remarks>
public sealed partial class DevicesPage
{
    /// <summary>Those who may sign in, in the order they came.</summary>
    public IEnumerable<CoordinatorAccount> Accounts => accounts.All;

    /// <summary>The name that was to be added, while something stands in the way.</summary>
    public string? NewName { get; private set; }

    /// <summary>What stands in the way of adding one, all of it.</summary>
    public IReadOnlyList<Wording> Wrong { get; private set; } = [];

    public IActionResult OnPostAddCoordinator(string? name, string? passphrase, string? again)
    {
        if (!Coordinates)
        {
            return Forbid();
        }

        NewName = (name ?? "").Trim();
        Wrong = [.. ProblemsOf(NewName, passphrase ?? "", again ?? "")];
        if (Wrong.Count > 0)
        {
            return Page();
        }

        accounts.Add(NewName, passphrase!);
        return Done("#coordinators");
    }

    public IActionResult OnPostRemoveCoordinator(long id)
    {
        if (!Coordinates)
        {
            return Forbid();
        }

        accounts.Remove(id);
        return Done("#coordinators");
    }

    private IEnumerable<Wording> ProblemsOf(string name, string passphrase, string again)
    {
        if (name.Length is 0 or > LongestName)
        {
            yield return Words.Translate("coordinators.name-missing");
        }
        else if (accounts.Find(name) is not null)
        {
            yield return Words.Translate("coordinators.name-taken");
        }

        if (Passphrase.IsTooShort(passphrase))
        {
            yield return Words.Translate("coordinators.too-short");
        }
        else if (Passphrase.IsTooLong(passphrase))
        {
            yield return Words.Translate("coordinators.too-long");
        }
        else if (Passphrase.IsName(passphrase, name))
        {
            yield return Words.Translate("coordinators.is-name");
        }
        else if (passphrase != again)
        {
            yield return Words.Translate("coordinators.differs");
        }
    }
}
