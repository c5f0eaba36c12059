package io.xlink.importer;

import io.xlink.iwfm.protocol.ClientState;
import java.util.Map;

/** The servers that get what a source has. */
@FunctionalInterface
interface Receivers {

    /** Whether all of them are there to take it, asked anew each time. */
    boolean ready();

    /** Those that are not, by name, with where the connection to them stands. */
    default Map<String, ClientState> awaited() {
        return Map.of();
    }
}
