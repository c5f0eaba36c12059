package io.xlink.operations;

import io.xlink.config.Installation;
import io.xlink.importer.ImporterProgram;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what we know into Camel's registry of health checks, beside what Camel knows of routes. */
final class HealthChecks {
    private static final Logger LOG = LoggerFactory.getLogger(HealthChecks.class);

    private HealthChecks() {}

    static void register(ImporterProgram program, ImportFigures figures, ServerStates servers, Clock clock) {
        HealthCheckRegistry registry = HealthCheckRegistry.get(program.context());
        if (registry == null) {
            // Camel has none when camel.health.enabled is off in application.properties.
            LOG.warn("health is not checked: camel.health.enabled is off in application.properties");
            return;
        }
        Installation installation = program.installation();
        installation
                .servers()
                .forEach(server ->
                        register(registry, program.context(), new ServerCheck(server.name(), servers, clock)));
        register(registry, program.context(), new DiskCheck("data", program.dataDirectory()));
        register(registry, program.context(), new DiskCheck("logs", program.logDirectory()));
        figures.sources()
                .forEach(source ->
                        register(registry, program.context(), new SourceCheck(source, servers, program::staleness)));
        figures.leftOut()
                .forEach((system, reason) -> register(registry, program.context(), new LeftOutCheck(system, reason)));
    }

    private static void register(HealthCheckRegistry registry, CamelContext context, HealthCheck check) {
        check.setEnabled(true);
        ((StandingCheck) check).setCamelContext(context);
        registry.register(check);
    }
}
