package io.xlink.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "version", description = "prints the version", mixinStandardHelpOptions = true)
final class VersionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("xlink " + version() + ", Java " + Runtime.version().feature());
        out.flush();
        return ExitCode.DONE;
    }

    static String version() {
        return Objects.toString(Xlink.class.getPackage().getImplementationVersion(), "unpackaged");
    }
}
