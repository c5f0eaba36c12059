package io.xlink.cli;

import ch.qos.logback.classic.Level;
import io.xlink.config.Installation;
import io.xlink.importer.ServedFolders;
import io.xlink.service.ClassArchive;
import io.xlink.service.OsService;
import io.xlink.service.ServiceException;
import io.xlink.service.ServiceSettings;
import io.xlink.service.ServiceStatus;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The importer as a service of the operating system. */
@Command(
        name = "service",
        description = "the importer as a service of the operating system",
        mixinStandardHelpOptions = true)
final class ServiceCommand implements Runnable {
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    @Spec
    private CommandSpec spec;

    /** Which service. */
    static final class Named {
        @Option(names = "--name", paramLabel = "NAME", description = "the service's name (default: ${DEFAULT-VALUE})")
        String name = ServiceSettings.NAME;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name one of install, remove, start, stop, status, archive");
    }

    @Command(
            description =
                    "writes the definition of the service, so that it starts with the machine; again after folders changed",
            mixinStandardHelpOptions = true)
    int install(
            @Option(
                            names = "--user",
                            paramLabel = "ACCOUNT",
                            description = "runs as this account (default: xlink; on Windows the local system)")
                    String user,
            @Option(names = "--dry-run", description = "prints the definition and changes nothing") boolean dryRun,
            @Mixin Named service,
            @Mixin Directories directories)
            throws Exception {
        Logs.atMost(Level.WARN);
        PrintWriter out = spec.commandLine().getOut();
        ServiceSettings settings = settings(service.name, user, directories);
        OsService services = OsService.here();
        if (dryRun) {
            out.print(services.definition(settings));
            out.flush();
            return ExitCode.DONE;
        }
        services.install(settings).forEach(out::println);
        out.flush();
        archive(out);
        String name = service.name.equals(ServiceSettings.NAME) ? "" : " --name " + service.name;
        out.println("xlink service start" + name + " starts it now.");
        out.flush();
        return ExitCode.DONE;
    }

    /** A service without an archive is a service that starts more slowly. */
    private void archive(PrintWriter out) throws InterruptedException {
        try {
            ClassArchive archive = ClassArchive.ofThisProgram();
            if (!archive.isThere()) {
                archive.make();
                out.println("Made " + archive.file());
            }
        } catch (ServiceException e) {
            spec.commandLine().getErr().println("xlink: " + e.getMessage());
        }
    }

    private static ServiceSettings settings(String name, String user, Directories directories) throws ServiceException {
        Path conf = directories.conf.toAbsolutePath().normalize();
        Path data = directories.data.toAbsolutePath().normalize();
        String launcher = System.getProperty("xlink.launcher");
        if (launcher == null) {
            throw new ServiceException(
                    "this program was not started by its launcher, which a service needs", "Start it by bin/xlink");
        }
        Optional<String> account =
                user == null && WINDOWS ? Optional.empty() : Optional.of(user == null ? ServiceSettings.NAME : user);
        return new ServiceSettings(
                        name,
                        account,
                        Path.of(launcher).toAbsolutePath().normalize(),
                        Optional.of(Path.of(System.getProperty("java.home"))),
                        conf,
                        data,
                        ServedFolders.of(Installation.read(conf), data))
                .checked();
    }

    @Command(
            description = "stops the service and removes its definition; configuration and data stay",
            mixinStandardHelpOptions = true)
    int remove(@Mixin Named service) throws Exception {
        OsService.here().remove(service.name);
        return said(service.name + " is no service any more");
    }

    @Command(description = "starts the service and returns when it runs", mixinStandardHelpOptions = true)
    int start(@Mixin Named service) throws Exception {
        OsService.here().start(service.name);
        return said(service.name + " runs");
    }

    @Command(description = "stops the service and returns when it has ended", mixinStandardHelpOptions = true)
    int stop(@Mixin Named service) throws Exception {
        OsService.here().stop(service.name);
        return said(service.name + " has ended");
    }

    @Command(description = "says whether the service runs; ends with 1 when not", mixinStandardHelpOptions = true)
    int status(@Mixin Named service) throws Exception {
        ServiceStatus status = OsService.here().status(service.name);
        said(status.text());
        return status.running() ? ExitCode.DONE : ExitCode.UNEXPECTED;
    }

    @Command(
            description = "makes the archive of classes anew that shortens the start; after an update of Java, too",
            mixinStandardHelpOptions = true)
    int archive() throws Exception {
        ClassArchive archive = ClassArchive.ofThisProgram();
        archive.make();
        return said("Made " + archive.file());
    }

    private int said(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
        return ExitCode.DONE;
    }
}
