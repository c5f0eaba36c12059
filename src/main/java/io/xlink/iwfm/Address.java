package io.xlink.iwfm;

import io.xlink.iwfm.protocol.ClientSettings;
import java.util.OptionalInt;

/**
 * Host and port of an endpoint's address.
 *
 * @param host name, IPv4 address, or IPv6 address without its brackets
 * @param port empty when the address names none
 */
record Address(String host, OptionalInt port) {

    /**
     * Reads {@code host}, {@code host:port}, {@code [IPv6]} or {@code [IPv6]:port}.
     *
     * @throws IllegalArgumentException when it is none of these
     */
    static Address of(String text) {
        int colon = text.lastIndexOf(':');
        boolean bracketed = text.startsWith("[") && text.contains("]");
        if (colon < 0 || (bracketed && text.endsWith("]"))) {
            return new Address(bare(text), OptionalInt.empty());
        }
        String host = text.substring(0, colon);
        int port;
        try {
            port = Integer.parseInt(text.substring(colon + 1));
        } catch (NumberFormatException e) {
            port = -1;
        }
        if (host.isEmpty() || port < 0 || port > 65535) {
            throw new IllegalArgumentException("iwfm address " + text + " is not host:port, port within 0 to 65535");
        }
        return new Address(bare(host), OptionalInt.of(port));
    }

    int portOrDefault() {
        return port.orElse(ClientSettings.DEFAULT_PORT);
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
