namespace Kiosk.Core.Devices;

/// <summary>
/// Somebody who may sign in with a passphrase to read the report on any tablet of the house, and may do nothing else by it.
/// </summary>
/// <param name="Id">Never given to another, even after the account was removed.</param>
/// <param name="Name">As a coordinator's tablet wrote it; 1 to 40 letters.</param>
public sealed record CoordinatorAccount(long Id, string Name);
