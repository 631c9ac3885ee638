using System.IO;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

public static class Program
{
    public static void Main(string[] args) =>
        Host.CreateDefaultBuilder(args)
            .ConfigureWebHostDefaults(web => web.Configure(app =>
            {
                app.UseStaticFiles();
                app.UseRouting();
                app.UseEndpoints(routes =>
                {
                    var settings = app.ApplicationServices.GetService<IConfiguration>();
                    routes.MapGet("/", context => context.Response.WriteAsync(settings["Greeting"] + "\n"));
                    routes.MapGet("/where", context => context.Response.WriteAsync(Directory.GetCurrentDirectory() + "\n"));
                });
            }))
            .Build()
            .Run();
}
