namespace Kiosk.App.Hosting;

/// <summary>Registers a service by a function that names what it is made of as its parameters.</summary>
internal static class ServiceFactories
{
    public static void AddSingleton<T1, TService>(this IServiceCollection services, Func<T1, TService> make)
        where T1 : notnull
        where TService : class => services.AddSingleton(from => make(from.GetRequiredService<T1>()));

    public static void AddSingleton<T1, T2, TService>(this IServiceCollection services, Func<T1, T2, TService> make)
        where T1 : notnull
        where T2 : notnull
        where TService : class => services.AddSingleton(from => make(from.GetRequiredService<T1>(), from.GetRequiredService<T2>()));

    public static void AddSingleton<T1, T2, T3, TService>(this IServiceCollection services, Func<T1, T2, T3, TService> make)
        where T1 : notnull
        where T2 : notnull
        where T3 : notnull
        where TService : class =>
        services.AddSingleton(from => make(from.GetRequiredService<T1>(), from.GetRequiredService<T2>(), from.GetRequiredService<T3>()));
}
