using Kiosk.App.Hosting;
using Kiosk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NUnit.Framework;

namespace Kiosk.Tests.Hosting;

/// <summary>What the program does again and again.</summary>
internal sealed class PeriodicServiceTests
{
    [Test]
    public async Task A_time_that_fails_ends_neither_the_service_nor_the_kiosk()
    {
        using var service = new FailsAtFirst();
        await service.StartAsync(CancellationToken.None);
        Assert.That(() => service.Times, Is.GreaterThan(3).After(60).Seconds.PollEvery(10).MilliSeconds);
        await service.StopAsync(CancellationToken.None);
        Assert.That(service.ExecuteTask!.IsCompletedSuccessfully, Is.True);
    }

    /// <summary>Of the services that are not periodic: .NET would end the kiosk with one that fails.</summary>
    [Test]
    public void No_other_service_that_fails_ends_the_kiosk_either()
    {
        using var kiosk = KioskHost.Start();
        Assert.That(
            kiosk.Services.GetRequiredService<IOptions<HostOptions>>().Value.BackgroundServiceExceptionBehavior,
            Is.EqualTo(BackgroundServiceExceptionBehavior.Ignore)
        );
    }

    private sealed class FailsAtFirst() : PeriodicService(TimeSpan.FromMilliseconds(1), NullLogger.Instance)
    {
        private int _times;

        public int Times => Volatile.Read(ref _times);

        protected override void RunOnce()
        {
            if (Interlocked.Increment(ref _times) < 3)
            {
                throw new InvalidOperationException("The printer's driver failed.");
            }
        }
    }
}
