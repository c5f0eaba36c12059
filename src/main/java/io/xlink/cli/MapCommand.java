package io.xlink.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Mappings; works while the importer runs, which reads them when it starts. */
@Command(
        name = "map",
        description = "shows and edits the mappings of acd_map.ini",
        subcommands = {MapListCommand.class, MapAddCommand.class, MapRemoveCommand.class, MapScriptCommand.class},
        mixinStandardHelpOptions = true)
final class MapCommand implements Runnable {
    /** How commands describe the parameter {@code TARGET}. */
    static final String TARGET = "server:parent:queue:valuetype by ids; or server:Queue/Sub queue:Value type by names,"
            + " for which the server must be there";
    /** How commands describe the parameter {@code SOURCE}. */
    static final String SOURCE = "system:group[:sub group]:value type";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name one of list, add, remove, script");
    }
}
