using Microsoft.AspNetCore.Authorization;

namespace Kiosk.App.Staff.Shell;

/// <summary>Who reads the report: a coordinator's tablet, or any tablet of the house on which a coordinator signed in.</summary>
public static class ReportAccess
{
    /// <summary>For <c>[Authorize(Policy = …)]</c>.</summary>
    public const string Policy = "report";

    public const string SignInPath = "/report/sign-in";

    internal static void AddReportAccess(this WebApplicationBuilder builder)
    {
        builder.AddCoordinatorSignIn();
        builder
            .Services.AddAuthorizationBuilder()
            .AddPolicy(
                Policy,
                policy =>
                    policy
                        .RequireAuthenticatedUser() // the tablet; who signed in on it is asked besides, and never joins it
                        .RequireAssertion(async asked =>
                            asked.User.IsInRole(StaffRoles.Coordinator)
                            || (asked.Resource is HttpContext context && await context.SignedInCoordinator() is not null)
                        )
            );
    }

    /// <summary>Whether what was asked for opens by signing in.</summary>
    internal static bool IsForReportReaders(this HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(rule => rule.Policy == Policy) is true;
}
