package io.xlink.config.keys;

import java.util.List;

/** Keys of {@code [IES System ...]} in isps.cfg (specification, section 3). */
public final class ServerKeys {
    public static final Key NAME = Key.of(3, Place.SERVER, "Name", FreeText.NAME, "name that `[DB]` refers to")
            .otherwise("no server");
    public static final Key URL = Key.of(
                    3,
                    Place.SERVER,
                    "Url",
                    FreeText.URL,
                    "`iwfm://host:port`, or `iwfms://` for TLS, where the host must be one that the server's certificate"
                            + " names; without a port, 45054")
            .otherwise("required");
    public static final Key TRUST_CERTIFICATES = Key.of(
                    0,
                    Place.SERVER,
                    "TrustCertificates",
                    FreeText.FILE,
                    "with `iwfms://`: PEM file of the certificates to trust, relative to isps.cfg")
            .otherwise("those that the JDK trusts");

    private static final Key IES_PORT = Key.of(
                    3,
                    Place.SERVER,
                    "IESPort",
                    new WholeNumber(1, 65535),
                    "the Enterprise Server's own port, in its own isps.cfg; ours stands in `Url`")
            .never();

    private ServerKeys() {}

    static List<Key> all() {
        return List.of(NAME, URL, TRUST_CERTIFICATES, IES_PORT);
    }
}
