using System.CommandLine;
using Insights.Analytics;
using Insights.Ingest.Loading;
using Insights.Ingest.Sources;
using Insights.Ingest.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Insights.Host.Commands;

/// <summary>insights watch: a service that loads what is put into a folder, pulls tools on their schedules, and writes the packs when they are due.</summary>
internal static class WatchCommand
{
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(5);

    private static readonly Argument<string?> Inbox = new("inbox") { Description = "The folder exports are put into. Nothing in it is ever moved or deleted.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Sources = new("--sources") { Description = "The file of tools to pull and packs to write, each with its schedule.", HelpName = "FILE" };
    private static readonly Option<int> Every = new("--every") { Description = "Seconds between two looks.", HelpName = "SECONDS", DefaultValueFactory = _ => 10 };
    private static readonly Option<int> Settle = new("--settle") { Description = "Seconds a file must stay unchanged before it is read.", HelpName = "SECONDS", DefaultValueFactory = _ => 5 };
    private static readonly Option<int?> Port = new("--health") { Description = "Answer http://localhost:PORT/health while it runs.", HelpName = "PORT" };

    public static Command Create(CommonOptions common)
    {
        var exports = new ExportOptions();
        var command = new Command("watch", "Load what is put into a folder and pull tools on their schedules, until stopped; as a console program, a systemd or a Windows service.") { Inbox, Sources, Every, Settle, Port };
        exports.AddWithoutFiles(command);
        ThemeOption.AddTo(command);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(Inbox) is null && parsed.GetValue(Sources) is null)
                throw new SetupException(
                    "Say what to watch: a folder, --sources FILE, or both.",
                    "Πείτε τι να παρακολουθείται: ένας φάκελος, --sources ΑΡΧΕΙΟ, ή και τα δύο.");
            using var warehouse = new SharedWarehouse(common.Warehouse(parsed));
            using var host = Service(parsed, common, exports, warehouse);
            host.Run();
            return ExitCode.Done;
        });
        return command;
    }

    private static IHost Service(ParseResult parsed, CommonOptions common, ExportOptions exports, SharedWarehouse warehouse)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        Log(builder);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTime);
        builder.Services.AddSystemd();
        builder.Services.AddWindowsService();
        builder.Services.AddSingleton(TimeProvider.System);
        var inbox = parsed.GetValue(Inbox) is { } folder ? Settings(parsed, exports, Existing(folder), warehouse) : null;
        builder.Services.AddSingleton(new WorkerHealth(inbox is null ? null : TimeSpan.FromMinutes(2) + inbox.Every));
        if (inbox is not null)
            builder.Services.AddSingleton(inbox).AddHostedService<InboxWorker>();
        if (parsed.GetValue(Sources) is { } file)
            AddSources(builder.Services, SourcesFile.Read(file), new ScheduledPacks(common, parsed), warehouse);
        if (parsed.GetValue(Port) is { } number)
            builder.Services.AddHostedService(services =>
                new HealthPage(number, services.GetRequiredService<WorkerHealth>(), services.GetRequiredService<TimeProvider>()));
        return builder.Build();
    }

    private static void Log(HostApplicationBuilder builder)
    {
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
            console.UseUtcTimestamp = true;
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static InboxSettings Settings(ParseResult parsed, ExportOptions exports, string folder, SharedWarehouse warehouse) => new()
    {
        Folder = folder,
        Warehouse = warehouse,
        Requests = file => exports.Requests(parsed, file),
        Every = TimeSpan.FromSeconds(parsed.GetValue(Every)),
        Settle = TimeSpan.FromSeconds(parsed.GetValue(Settle)),
    };

    private static void AddSources(IServiceCollection services, SourcesPlan plan, ScheduledPacks packs, SharedWarehouse warehouse)
    {
        List<(IPull Pull, PullSchedule Schedule)> pulls =
        [
            .. plan.Sources.Select(source => ((IPull)new SourcePull(source, warehouse, TimeProvider.System), source.Schedule)),
            .. plan.Mail.Select(mail => ((IPull)new MailPull(mail, warehouse, TimeProvider.System), mail.Schedule)),
        ];
        foreach (var (pull, schedule) in pulls)
            services.AddSingleton<IHostedService>(s => ActivatorUtilities.CreateInstance<SourceWorker>(s, pull, schedule));
        var runs = new PackRuns(warehouse, TimeProvider.System);
        foreach (var pack in plan.Packs)
            services.AddSingleton<IHostedService>(s => ActivatorUtilities.CreateInstance<PackWorker>(
                s, pack, (IReadOnlyList<IPull>)[.. pulls.Select(p => p.Pull)], runs, (Func<string, int>)packs.Write));
    }

    private static string Existing(string folder) => Directory.Exists(folder)
        ? Path.GetFullPath(folder)
        : throw new SetupException(
            $"There is no folder '{folder}' to watch. Make it, or name the one your exports are put into.",
            $"Δεν υπάρχει φάκελος '{folder}'. Φτιάξτε τον, ή δώστε αυτόν όπου μπαίνουν οι εξαγωγές σας.");
}
