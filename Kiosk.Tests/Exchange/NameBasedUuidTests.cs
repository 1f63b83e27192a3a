using Kiosk.Core.Exchange;
using NUnit.Framework;

namespace Kiosk.Tests.Exchange;

internal sealed class NameBasedUuidTests
{
    /// <summary>RFC 9562, 6.6: the namespace for domain names.</summary>
    private static readonly Guid Dns = new("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    /// <summary>RFC 9562, appendix A.4.</summary>
    [Test]
    public void It_is_the_one_that_the_standard_gives() =>
        Assert.That(NameBasedUuid.Of(Dns, "www.example.com"), Is.EqualTo(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2")));
}
