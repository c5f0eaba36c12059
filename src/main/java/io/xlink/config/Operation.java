package io.xlink.config;

import io.xlink.config.keys.OperationKeys;

/**
 * How the running program is watched.
 *
 * @param port where health and metrics are asked for; 0 when nowhere
 * @param address what the port is opened on
 */
public record Operation(int port, String address) {
    static Operation defaults() {
        return new Operation(
                Integer.parseInt(OperationKeys.HEALTH_PORT.absent().orElseThrow()),
                OperationKeys.HEALTH_ADDRESS.absent().orElseThrow());
    }

    /** @throws ConfigException when a value cannot be used */
    static Operation of(IniSection general) {
        return new Operation(general.integer(OperationKeys.HEALTH_PORT), general.value(OperationKeys.HEALTH_ADDRESS));
    }
}
