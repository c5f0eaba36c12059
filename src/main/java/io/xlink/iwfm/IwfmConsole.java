package io.xlink.iwfm;

import io.xlink.iwfm.protocol.ClientStatistics;
import io.xlink.iwfm.protocol.IwfmClient;
import io.xlink.iwfm.protocol.ListenerStatistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonObject;

/** Camel's developer console {@code iwfm}: the connections of producers, and the consumers with theirs. */
@DevConsole(name = "iwfm", displayName = "iWFM", description = "Connections and listeners of the iwfm component")
public class IwfmConsole extends AbstractDevConsole {

    /** Used by Camel. */
    public IwfmConsole() {
        super("camel", "iwfm", "iWFM", "Connections and listeners of the iwfm component");
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        print(text, "Connections", connections());
        print(text, "Listeners", listeners());
        return text.toString();
    }

    private static void print(StringBuilder text, String title, List<Map<String, Object>> rows) {
        text.append(title).append(": ").append(rows.size()).append('\n');
        for (Map<String, Object> row : rows) {
            text.append('\n');
            row.forEach((name, value) -> text.append(String.format("    %-16s %s%n", name + ":", value)));
        }
        text.append('\n');
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        JsonObject root = new JsonObject();
        root.put("connections", connections().stream().map(JsonObject::new).toList());
        root.put("listeners", listeners().stream().map(JsonObject::new).toList());
        return root;
    }

    private List<Map<String, Object>> connections() {
        List<Map<String, Object>> rows = new ArrayList<>();
        components().flatMap(c -> c.clients().all().stream()).forEach(c -> rows.add(row(c)));
        return rows;
    }

    private static Map<String, Object> row(IwfmClient client) {
        ClientStatistics statistics = client.statistics();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("server", client.settings().host() + ":" + client.settings().port());
        row.put("name", client.settings().server());
        row.put("user", client.settings().user());
        row.put("state", statistics.state().name());
        row.put("sent", statistics.sent());
        row.put("acknowledged", statistics.acknowledged());
        row.put("failed", statistics.failed());
        row.put("pending", statistics.pending());
        row.put("inFlight", statistics.inFlight());
        row.put("reconnects", statistics.reconnects());
        row.put("bytesSent", statistics.bytesSent());
        row.put("bytesReceived", statistics.bytesReceived());
        row.put("lastError", statistics.lastError());
        return row;
    }

    private List<Map<String, Object>> listeners() {
        List<Map<String, Object>> rows = new ArrayList<>();
        components().flatMap(c -> c.listeners().all().stream()).forEach(c -> rows.add(row(c)));
        return rows;
    }

    private static Map<String, Object> row(IwfmConsumer consumer) {
        ListenerStatistics statistics = consumer.statistics();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("address", consumer.getListensOn());
        row.put("name", consumer.getServerName());
        row.put("routeId", String.valueOf(consumer.getRouteId()));
        row.put("connections", statistics.connections());
        row.put("accepted", statistics.accepted());
        row.put("turnedAway", statistics.turnedAway());
        row.put("logins", statistics.logins());
        row.put("refusedLogins", statistics.refusedLogins());
        row.put("requests", consumer.getRequests());
        row.put("failedRequests", consumer.getFailedRequests());
        row.put("bytesSent", statistics.bytesSent());
        row.put("bytesReceived", statistics.bytesReceived());
        row.put("lastError", consumer.getLastError());
        return row;
    }

    private Stream<IwfmComponent> components() {
        return new TreeSet<>(getCamelContext().getComponentNames())
                .stream()
                        .map(name -> getCamelContext().getComponent(name, false))
                        .filter(IwfmComponent.class::isInstance)
                        .map(IwfmComponent.class::cast)
                        .distinct();
    }
}
