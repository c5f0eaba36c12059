package io.xlink.importer;

import io.xlink.model.ImportKind;
import java.util.Collection;
import java.util.List;

/**
 * One kind of data of one external system, as it is imported.
 *
 * @param source its name in messages and in the memory of the importer
 * @param system the external system
 * @param servers who gets it
 */
public record WatchedSource(String source, String system, ImportKind kind, List<String> servers) {
    public WatchedSource {
        servers = List.copyOf(servers);
    }

    static WatchedSource of(String source, String system, ImportKind kind, Collection<String> servers) {
        return new WatchedSource(source, system, kind, List.copyOf(servers));
    }
}
