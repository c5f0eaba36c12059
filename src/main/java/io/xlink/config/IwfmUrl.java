package io.xlink.config;

import io.xlink.config.keys.ServerKeys;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code iwfm://host[:port]}, or {@code iwfms} for TLS (specification, section 3, isps.cfg). */
record IwfmUrl(boolean tls, String host, int port) {
    private static final int DEFAULT_PORT = 45054;
    private static final int MAX_PORT = 65535;
    private static final Pattern URL = Pattern.compile(
            "iwfm(?<tls>s?)://(?:\\[(?<ipv6>[0-9a-f:.]*:[0-9a-z:.%]*)]|(?<name>[^\\s:/@?#\\[\\]]+))"
                    + "(?::(?<port>[0-9]{1,5}))?/?",
            Pattern.CASE_INSENSITIVE);

    /** The {@code Url} of an {@code [IES System ...]} section. */
    static IwfmUrl of(IniSection system) {
        String text = system.text(ServerKeys.URL)
                .orElseThrow(() ->
                        system.error(ServerKeys.URL, "has no Url", "Write Url=\"iwfm://host\", or iwfms:// for TLS"));
        Matcher url = URL.matcher(text);
        if (!url.matches()) {
            // A Url in which somebody wrote a password must not be repeated.
            throw system.error(
                    ServerKeys.URL,
                    "the Url " + (text.contains("@") ? "" : text + " ") + "is not iwfm://host or iwfm://host:port",
                    "Correct it; iwfms:// is for TLS, an IPv6 address stands in brackets, the usual port is "
                            + DEFAULT_PORT);
        }
        int port = url.group("port") == null ? DEFAULT_PORT : Integer.parseInt(url.group("port"));
        if (port < 1 || port > MAX_PORT) {
            throw system.error(
                    ServerKeys.URL,
                    "port " + port + " of the Url is not from 1 to " + MAX_PORT,
                    "Usual is " + DEFAULT_PORT);
        }
        String host = url.group("ipv6") == null ? url.group("name") : url.group("ipv6");
        return new IwfmUrl(!url.group("tls").isEmpty(), host, port);
    }
}
