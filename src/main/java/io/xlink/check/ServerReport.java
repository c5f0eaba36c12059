package io.xlink.check;

import io.xlink.config.WfmServer;
import java.util.Optional;

/**
 * How a login at a server ended.
 *
 * @param server whom
 * @param loggedIn whether it let us in
 * @param certificate what it showed, whether or not it was accepted; empty without TLS, and when it did not come so far
 */
public record ServerReport(WfmServer server, boolean loggedIn, Optional<ShownCertificate> certificate) {}
