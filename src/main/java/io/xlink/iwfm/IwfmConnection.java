package io.xlink.iwfm;

import io.xlink.iwfm.protocol.ClientStatistics;
import java.time.Instant;
import java.util.Optional;

/**
 * What can be seen of a producer's connection.
 *
 * @param statistics what it did, and where it stands
 * @param certificateExpiry when the first certificate of the server's chain ends, as last seen; empty without TLS and
 *     before a login
 */
public record IwfmConnection(ClientStatistics statistics, Optional<Instant> certificateExpiry) {}
