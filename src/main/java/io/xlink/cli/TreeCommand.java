package io.xlink.cli;

import ch.qos.logback.classic.Level;
import io.xlink.config.IniSection;
import io.xlink.config.Installation;
import io.xlink.config.WfmServer;
import io.xlink.importer.CsvTree;
import io.xlink.importer.DatabaseTree;
import io.xlink.model.Catalogue;
import io.xlink.source.jdbc.Databases;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "tree",
        description = "lists external systems with groups and value types, servers with queues and value types",
        mixinStandardHelpOptions = true)
final class TreeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Directories directories;

    @Override
    public Integer call() throws Exception {
        // What goes wrong is the command's own last line.
        Logs.atMost(Level.OFF);
        Installation installation = Installation.read(directories.conf);
        PrintWriter out = spec.commandLine().getOut();
        out.println("External systems");
        try (Databases databases = new Databases(directories.conf)) {
            for (IniSection section : installation.externalSystems()) {
                out.println("  " + section.name());
                List<String> lines = new ArrayList<>(CsvTree.lines(section));
                lines.addAll(DatabaseTree.lines(section, databases));
                if (lines.isEmpty()) {
                    lines.add("(describes nothing)");
                }
                lines.forEach(line -> out.println("    " + line));
                out.flush();
            }
        }
        out.flush();
        out.println("Servers");
        for (WfmServer server : installation.servers()) {
            out.println("  " + server.name() + "  " + server.host() + ":" + server.port());
            out.flush();
            try (ServerConnection connection = ServerConnection.open(server)) {
                write(connection.catalogue(), out);
            }
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static void write(Catalogue catalogue, PrintWriter out) {
        out.println("    queues");
        writeQueues(catalogue, 0, "      ", out);
        out.println("    value types");
        catalogue.valueTypes().forEach(type -> out.println("      " + type.id() + "  " + type.name()));
    }

    private static void writeQueues(Catalogue catalogue, int parent, String indent, PrintWriter out) {
        for (Catalogue.Queue queue : catalogue.queues()) {
            if (queue.parent() == parent) {
                out.println(indent + queue.id() + "  " + queue.name());
                writeQueues(catalogue, queue.id(), indent + "  ", out);
            }
        }
    }
}
