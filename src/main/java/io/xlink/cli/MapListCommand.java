package io.xlink.cli;

import ch.qos.logback.classic.Level;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.xlink.acdmap.AcdMap;
import io.xlink.acdmap.Mapping;
import io.xlink.acdmap.Source;
import io.xlink.config.Installation;
import io.xlink.config.WfmServer;
import io.xlink.model.Target;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        description = "lists targets with their sources and scripts, in the order of the file",
        mixinStandardHelpOptions = true)
final class MapListCommand implements Callable<Integer> {
    /** How the list is written. */
    enum Format {
        TEXT,
        CSV;

        @Override
        public String toString() {
            return this == TEXT ? "text" : "csv";
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private Directories directories;

    @Option(names = "--server", paramLabel = "NAME", description = "only targets of this server")
    private String server;

    @Option(names = "--system", paramLabel = "NAME", description = "only targets with a source of this external system")
    private String system;

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES} (default: text)")
    private Format format = Format.TEXT;

    @Option(names = "--connect", description = "shows the names of queues and value types; the servers must be there")
    private boolean connect;

    private final Map<String, QueueNames> names = new HashMap<>();

    @Override
    public Integer call() throws Exception {
        Logs.atMost(Level.OFF);
        AcdMap map = AcdMap.read(directories.conf);
        List<Mapping> mappings = map.mappings().stream().filter(this::wanted).toList();
        if (connect) {
            askForNames(mappings);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.CSV) {
            csv(mappings, CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out));
        } else {
            mappings.forEach(mapping -> text(mapping, out));
        }
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        map.warnings().forEach(err::println);
        err.flush();
        return ExitCode.DONE;
    }

    private boolean wanted(Mapping mapping) {
        return (server == null || mapping.target().server().equals(server))
                && (system == null
                        || mapping.sources().stream()
                                .anyMatch(source -> source.system().equals(system)));
    }

    private void askForNames(List<Mapping> mappings) throws Exception {
        List<String> mapped = mappings.stream().map(m -> m.target().server()).toList();
        for (WfmServer candidate : Installation.read(directories.conf).servers()) {
            if (mapped.contains(candidate.name())) {
                try (ServerConnection connection = ServerConnection.open(candidate)) {
                    names.put(candidate.name(), new QueueNames(connection.catalogue()));
                }
            }
        }
    }

    private Optional<String> queueName(Target target) {
        return Optional.ofNullable(names.get(target.server())).flatMap(known -> known.queue(target.queue()));
    }

    private Optional<String> valueTypeName(Target target) {
        return Optional.ofNullable(names.get(target.server())).flatMap(known -> known.valueType(target.valueType()));
    }

    private void text(Mapping mapping, PrintWriter out) {
        Target target = mapping.target();
        String shown = connect
                ? "  " + queueName(target).orElse("(no such queue)") + ":"
                        + valueTypeName(target).orElse("(no such value type)")
                : "";
        out.println(target + shown);
        int para = 0;
        for (Source source : mapping.sources()) {
            out.println("  " + ++para + "  " + source);
        }
        mapping.script().ifPresent(script -> out.println("  script " + script));
    }

    /** One record a source, and one for a target that has none, so that every target is there. */
    private void csv(List<Mapping> mappings, CsvWriter csv) throws IOException {
        List<String> header =
                new ArrayList<>(List.of("server", "parent", "queue", "valuetype", "para", "source", "script"));
        if (connect) {
            header.addAll(List.of("queueName", "valuetypeName"));
        }
        csv.writeRecord(header);
        for (Mapping mapping : mappings) {
            int para = 0;
            for (Source source : mapping.sources()) {
                para++;
                csv.writeRecord(fields(mapping, Integer.toString(para), source.toString()));
            }
            if (mapping.sources().isEmpty()) {
                csv.writeRecord(fields(mapping, "", ""));
            }
        }
        csv.flush();
    }

    private List<String> fields(Mapping mapping, String para, String source) {
        Target target = mapping.target();
        List<String> fields = new ArrayList<>(List.of(
                target.server(),
                Integer.toString(target.parent()),
                Integer.toString(target.queue()),
                Integer.toString(target.valueType()),
                para,
                source,
                mapping.script().orElse("")));
        if (connect) {
            fields.add(queueName(target).orElse(""));
            fields.add(valueTypeName(target).orElse(""));
        }
        return fields;
    }
}
