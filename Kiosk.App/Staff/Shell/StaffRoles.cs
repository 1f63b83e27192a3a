namespace Kiosk.App.Staff.Shell;

/// <summary>Names of the roles for <c>[Authorize(Roles = …)]</c>.</summary>
public static class StaffRoles
{
    public const string Staff = "staff";
    public const string Coordinator = "coordinator";
}
