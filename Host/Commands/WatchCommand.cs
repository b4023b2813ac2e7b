using System.CommandLine;
using Insights.Analytics;
using Insights.Ingest.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Insights.Host.Commands;

/// <summary>insights watch: a service that loads what is put into a folder.</summary>
internal static class WatchCommand
{
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(5);

    public static Command Create(CommonOptions common)
    {
        var folder = new Argument<string>("inbox") { Description = "The folder exports are put into. Nothing in it is ever moved or deleted." };
        var every = new Option<int>("--every") { Description = "Seconds between two looks.", HelpName = "SECONDS", DefaultValueFactory = _ => 10 };
        var settle = new Option<int>("--settle") { Description = "Seconds a file must stay unchanged before it is read.", HelpName = "SECONDS", DefaultValueFactory = _ => 5 };
        var port = new Option<int?>("--health") { Description = "Answer http://localhost:PORT/health while it runs.", HelpName = "PORT" };
        var exports = new ExportOptions();
        var command = new Command("watch", "Load what is put into a folder, until stopped; as a console program, a systemd or a Windows service.") { folder, every, settle, port };
        exports.AddWithoutFiles(command);
        command.SetAction(parsed =>
        {
            var settings = new InboxSettings
            {
                Folder = Existing(parsed.GetRequiredValue(folder)),
                Warehouse = common.Warehouse(parsed),
                Requests = file => exports.Requests(parsed, file),
                Every = TimeSpan.FromSeconds(parsed.GetValue(every)),
                Settle = TimeSpan.FromSeconds(parsed.GetValue(settle)),
            };
            using var host = Service(settings, parsed.GetValue(port));
            host.Run();
            return ExitCode.Done;
        });
        return command;
    }

    private static IHost Service(InboxSettings settings, int? port)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
            console.UseUtcTimestamp = true;
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTime);
        builder.Services.AddSystemd();
        builder.Services.AddWindowsService();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(new WorkerHealth(TimeSpan.FromMinutes(2) + settings.Every));
        builder.Services.AddHostedService<InboxWorker>();
        if (port is { } number)
            builder.Services.AddHostedService(services =>
                new HealthPage(number, services.GetRequiredService<WorkerHealth>(), services.GetRequiredService<TimeProvider>()));
        return builder.Build();
    }

    private static string Existing(string folder) => Directory.Exists(folder)
        ? Path.GetFullPath(folder)
        : throw new SetupException(
            $"There is no folder '{folder}' to watch. Make it, or name the one your exports are put into.",
            $"Δεν υπάρχει φάκελος '{folder}'. Φτιάξτε τον, ή δώστε αυτόν όπου μπαίνουν οι εξαγωγές σας.");
}
