using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kiosk.App.Hosting;

/// <summary>Of the properties of pages only those are looked at, when the kiosk starts, that say they are filled from a request.</summary>
/// <remarks>
/// ASP.NET Core would look at all of them, with the types they are of and how each is read from text: a twelfth of the work of a start,
/// for six properties that are filled (docs/performance.md).
/// </remarks>
internal sealed class BoundProperties(IPageApplicationModelPartsProvider usual) : IPageApplicationModelPartsProvider
{
    public static void AddTo(IServiceCollection services)
    {
        var usual = services.Single(service => service.ServiceType == typeof(IPageApplicationModelPartsProvider)).ImplementationType!;
        services.Replace(
            ServiceDescriptor.Singleton<IPageApplicationModelPartsProvider>(provider => new BoundProperties(
                (IPageApplicationModelPartsProvider)ActivatorUtilities.CreateInstance(provider, usual)
            ))
        );
    }

    public PagePropertyModel CreatePropertyModel(PropertyInfo property) =>
        property.IsDefined(typeof(BindPropertyAttribute), inherit: true)
        || property.IsDefined(typeof(IBindingSourceMetadata), inherit: true)
            ? usual.CreatePropertyModel(property)
            : new PagePropertyModel(property, []) { PropertyName = property.Name };

    public PageHandlerModel? CreateHandlerModel(MethodInfo method) => usual.CreateHandlerModel(method);

    public PageParameterModel CreateParameterModel(ParameterInfo parameter) => usual.CreateParameterModel(parameter);

    public bool IsHandler(MethodInfo methodInfo) => usual.IsHandler(methodInfo);
}
