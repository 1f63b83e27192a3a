using Microsoft.AspNetCore.Routing.Matching;

namespace Kiosk.App.Hosting;

/// <summary>Matches an endpoint only on its own side, or on both: <c>/</c> is one page for visitors and another for staff.</summary>
internal sealed class SidePolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>Before pages are looked at any closer.</summary>
    public override int Order => int.MinValue;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => true;

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var side = httpContext.Side();
        for (var i = 0; i < candidates.Count; i++)
        {
            var own = candidates[i].Endpoint.Metadata.GetOrderedMetadata<OnSideAttribute>();
            if (candidates.IsValidCandidate(i) && !own.Any(mark => mark.Side == side))
            {
                candidates.SetValidity(i, false);
            }
        }

        return Task.CompletedTask;
    }
}
