package io.xlink.cli;

import io.xlink.server.ServerProgram;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "server",
        description = "runs the reference server alone",
        subcommands = ServerUserCommand.class,
        mixinStandardHelpOptions = true)
final class ServerCommand implements Callable<Integer> {
    @Mixin
    private Directories directories;

    @Option(names = "--port", paramLabel = "N", description = "listens on this port instead of server.yaml's")
    private Integer port;

    @Override
    public Integer call() throws Exception {
        OptionalInt chosen = port == null ? OptionalInt.empty() : OptionalInt.of(port);
        try (Ending ending = new Ending()) {
            ending.add(ServerProgram.start(directories.conf, directories.data, chosen));
            Ending.awaitSignal();
        }
        return ExitCode.DONE;
    }
}
