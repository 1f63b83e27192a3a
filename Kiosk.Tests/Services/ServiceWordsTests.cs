using Kiosk.Core.Services;
using Kiosk.Tests.Houses;
using NUnit.Framework;

namespace Kiosk.Tests.Services;

internal sealed class ServiceWordsTests
{
    private static readonly Service Meal = DemoHouse.Whole.FindService("midday-meal")!;

    [TestCase(Access.WalkIn, "Entrez, sans rendez-vous")]
    [TestCase(Access.Appointment, "Appelez d’abord")]
    [TestCase(Access.WalkInOrAppointment, "Entrez, ou prenez rendez-vous")]
    public void How_one_gets_in_is_said(Access access, string words) =>
        Assert.That(DemoHouse.Speaking("fr").AccessWords(Meal with { Access = access, ApplicationProcess = null }).Text, Is.EqualTo(words));

    [Test]
    public void The_houses_own_words_for_it_come_first() =>
        Assert.That(
            DemoHouse.Speaking("fr").AccessWords(Meal with { ApplicationProcess = Meal.Name }).Text,
            Is.EqualTo("Repas chaud de midi")
        );

    [Test]
    public void Free_is_said() =>
        Assert.That(DemoHouse.Speaking("nl").Cost(Meal with { CostFree = true, FeesDescription = null }).Text, Is.EqualTo("Gratis"));

    [Test]
    public void A_price_is_said_in_the_houses_words() =>
        Assert.That(DemoHouse.Speaking("nl").Cost(Meal).Text, Does.StartWith("Maaltijd 3").And.EndWith("Geen geld? Kom toch."));

    [TestCase(Anonymity.Yes, "On ne demande pas votre nom")]
    [TestCase(Anonymity.AtFirst, "D’abord sans nom")]
    [TestCase(Anonymity.No, "On demande votre nom")]
    public void Whether_one_can_stay_anonymous_is_said(Anonymity anonymity, string words) =>
        Assert.That(DemoHouse.Speaking("fr").AnonymityWords(Meal with { Anonymity = anonymity }).Text, Is.EqualTo(words));

    [Test]
    public void An_address_stands_on_one_line() =>
        Assert.That(
            DemoHouse.Speaking("nl").AddressLine(DemoHouse.Whole.Location("le-pont").Address).Text,
            Is.EqualTo("Drie Lampionnenstraat 14, 1000 Brussel")
        );
}
