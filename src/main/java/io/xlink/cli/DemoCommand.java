package io.xlink.cli;

import ch.qos.logback.classic.Level;
import io.xlink.config.Installation;
import io.xlink.importer.ImporterProgram;
import io.xlink.server.ServerProgram;
import io.xlink.server.UserAccounts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = "server, importer and sample data in one process, in a throw-away directory",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Spec
    private CommandSpec spec;

    @Option(names = "--once", description = "ends by itself: 0 when sent and stored totals agree, 1 when not")
    private boolean once;

    @Option(names = "--port", paramLabel = "N", description = "port of the server (default: ${DEFAULT-VALUE})")
    private int port = 45054;

    @Override
    public Integer call() throws Exception {
        try (Ending ending = new Ending()) {
            return show(ending);
        }
    }

    private int show(Ending ending) throws Exception {
        // The demo says itself what happens; only what goes wrong is for the log.
        Logs.atMost(Level.WARN);
        PrintWriter out = spec.commandLine().getOut();
        Path directory = Files.createTempDirectory("xlink-demo-");
        ending.add(() -> delete(directory));
        Path conf = directory.resolve("conf");
        say(out, "Starting the server on 127.0.0.1:" + port + " and the importer in " + directory);
        ending.add(server(directory, conf));
        ImporterProgram importer = ending.add(ImporterProgram.start(conf, directory.resolve("data")));

        Path folder = importer.folder(DemoInstallation.SYSTEM);
        DemoData month = new DemoData(YearMonth.now(ZoneId.systemDefault()).minusMonths(1));
        int files = month.write(folder);
        say(out, "Dropped " + files + " files into " + folder);
        await(importer, files, out);
        DemoReport report = new DemoReport(month.totals(), stored(conf, month));
        report.print(out);
        if (!once) {
            say(out, "");
            say(out, "Drop further files into  " + folder);
            say(
                    out,
                    "Look at the result with  ./xlink export --kind call-data --conf " + conf + " --from "
                            + month.first() + " --to " + month.last());
            say(out, "and                      ./xlink tree --conf " + conf);
            say(out, "Ctrl-C ends the demo and removes its directory.");
            Ending.awaitSignal();
        }
        return report.agrees() ? ExitCode.DONE : ExitCode.UNEXPECTED;
    }

    /** Writes both configurations, which share the password of a user made for the occasion, and starts the server. */
    private ServerProgram server(Path directory, Path conf) throws Exception {
        Path serverConf = directory.resolve("server");
        Path serverData = directory.resolve("server-data");
        String password = password();
        DemoInstallation.writeServer(serverConf, port);
        DemoInstallation.writeImporter(conf, port, password);
        try (UserAccounts accounts = UserAccounts.open(serverData)) {
            accounts.add(DemoInstallation.USER, "System", password.toCharArray(), UserAccounts.DEFAULT_ITERATIONS);
        }
        return ServerProgram.start(serverConf, serverData, OptionalInt.of(port));
    }

    private static void await(ImporterProgram importer, int files, PrintWriter out)
            throws InterruptedException, TimeoutException {
        Instant limit = Instant.now().plus(PATIENCE);
        long shown = 0;
        while (importer.deliveredFiles() < files) {
            if (Instant.now().isAfter(limit)) {
                throw new TimeoutException(importer.deliveredFiles() + " of " + files + " files arrived within "
                        + PATIENCE.toMinutes() + " minutes; the messages above say why");
            }
            Thread.sleep(100);
            long delivered = importer.deliveredFiles();
            if (delivered > shown) {
                shown = delivered;
                say(out, "  " + delivered + " of " + files + " files stored");
            }
        }
        say(out, "");
    }

    /** Asks the server, over the protocol, what it holds of the demo's queues. */
    private static Map<String, DemoTotals> stored(Path conf, DemoData month) throws Exception {
        Installation installation = Installation.read(conf);
        Map<Integer, Map<Integer, long[]>> intervals = new TreeMap<>();
        try (ServerConnection connection =
                ServerConnection.open(installation.servers().get(0))) {
            new CallDataExport(connection)
                    .read(
                            month.first(),
                            month.last(),
                            installation.general().localTimeZone(),
                            row -> intervals.computeIfAbsent(row.queue(), queue -> new TreeMap<>())
                                            .computeIfAbsent(row.start(), start -> new long[4])[row.valueType() - 1] =
                                    row.value() / 100);
        }
        Map<String, DemoTotals> totals = new LinkedHashMap<>();
        int position = 0;
        for (String queue : DemoData.QUEUES.keySet()) {
            DemoTotals sum = DemoTotals.NONE;
            for (long[] values : intervals
                    .getOrDefault(DemoInstallation.id(position), Map.of())
                    .values()) {
                sum = sum.plus(DemoTotals.of(values[0], values[1], values[2]));
            }
            totals.put(queue, sum);
            position++;
        }
        return totals;
    }

    private static String password() {
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
