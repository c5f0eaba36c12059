package io.xlink.operations;

import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;

/**
 * Whether the program can do what it is there for, as JSON. It is DOWN when its routes do not run, when the disk is full, or when not
 * one server or not one external system is well; DEGRADED when anything else is not as it should be.
 */
record HealthReport(Standing standing, JsonObject json) {

    /** Asks all checks of a context. */
    static HealthReport of(CamelContext context) {
        List<HealthCheck.Result> results = HealthCheckHelper.invokeReadiness(context, "full").stream()
                .sorted(Comparator.comparing(result -> result.getCheck().getId()))
                .toList();
        Part servers = Part.of(results, ServerCheck.PREFIX);
        Part systems = Part.of(results, SourceCheck.PREFIX);
        Part disks = Part.of(results, DiskCheck.PREFIX);
        Part routes = Part.ofCamel(results);
        Standing running = context.getStatus().isStarted() ? Standing.UP : Standing.DOWN;
        Standing all = running.worse(routes.worst())
                .worse(disks.worst())
                .worse(servers.unlessAllDown())
                .worse(systems.unlessAllDown());
        JsonObject json = new JsonObject();
        json.addProperty("status", all.name());
        json.add("systems", systems.json());
        json.add("servers", servers.json());
        json.add("disks", disks.json());
        json.add("routes", routes.json());
        return new HealthReport(all, json);
    }

    /** What was found about things of one kind. */
    private record Part(JsonObject json, Collection<Standing> standings) {
        static Part of(List<HealthCheck.Result> results, String prefix) {
            JsonObject json = new JsonObject();
            List<Standing> standings = results.stream()
                    .filter(result -> result.getCheck() instanceof StandingCheck
                            && result.getCheck().getId().startsWith(prefix))
                    .map(result -> {
                        json.add(result.getCheck().getId().substring(prefix.length()), own(result));
                        return Standing.valueOf(
                                String.valueOf(result.getDetails().get(StandingCheck.STANDING)));
                    })
                    .toList();
            return new Part(json, standings);
        }

        /** What Camel says of itself and of routes; only what is down is worth a line. */
        static Part ofCamel(List<HealthCheck.Result> results) {
            JsonObject json = new JsonObject();
            List<Standing> standings = results.stream()
                    .filter(result -> !(result.getCheck() instanceof StandingCheck)
                            && result.getState() == HealthCheck.State.DOWN)
                    .map(result -> {
                        json.addProperty(
                                result.getCheck().getId(), result.getMessage().orElse(Standing.DOWN.name()));
                        return Standing.DOWN;
                    })
                    .toList();
            return new Part(json, standings);
        }

        private static JsonObject own(HealthCheck.Result result) {
            JsonObject json = new JsonObject();
            // First, because that is what everybody looks for.
            json.addProperty(
                    StandingCheck.STANDING, String.valueOf(result.getDetails().get(StandingCheck.STANDING)));
            result.getDetails().forEach((key, value) -> {
                // Camel's own details have a dot in their names.
                if (key.indexOf('.') < 0 && !json.has(key)) {
                    if (value instanceof Number number) {
                        json.addProperty(key, number);
                    } else {
                        json.addProperty(key, String.valueOf(value));
                    }
                }
            });
            return json;
        }

        Standing worst() {
            return standings.stream().reduce(Standing.UP, Standing::worse);
        }

        Standing unlessAllDown() {
            return worst() == Standing.DOWN && standings.stream().anyMatch(standing -> standing != Standing.DOWN)
                    ? Standing.DEGRADED
                    : worst();
        }
    }
}
