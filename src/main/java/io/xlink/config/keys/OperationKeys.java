package io.xlink.config.keys;

import java.util.List;

/** Keys of how the running program is watched. */
public final class OperationKeys {
    public static final Key HEALTH_PORT = Key.of(
                    0,
                    Place.GENERAL,
                    "HealthPort",
                    new WholeNumber(0, 65_535),
                    "port on which `xlink run` answers `/health/live`, `/health/ready` and `/metrics`; 0 turns it off")
            .absent("45055");
    public static final Key HEALTH_ADDRESS = Key.of(
                    0,
                    Place.GENERAL,
                    "HealthAddress",
                    FreeText.NAME,
                    "address that the port is opened on; nobody has to log in there, so keep it to a network that you trust")
            .absent("127.0.0.1");

    private OperationKeys() {}

    static List<Key> all() {
        return List.of(HEALTH_PORT, HEALTH_ADDRESS);
    }
}
