package io.xlink.source.jdbc;

import io.xlink.config.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a database is and who logs in there.
 *
 * @param name of the data source, as the section writes it
 * @param url of JDBC; it holds no password
 * @param user empty where none is needed
 * @param password empty where none is needed
 * @param properties more settings of the driver
 * @param origin where this was found, for messages
 */
record JdbcAddress(
        String name,
        String url,
        Optional<String> user,
        Optional<Secret> password,
        Map<String, String> properties,
        String origin) {
    JdbcAddress {
        properties = Map.copyOf(properties);
    }

    /** As this one; whoever is given here logs in, where anybody is. */
    JdbcAddress login(Optional<String> otherUser, Optional<Secret> otherPassword) {
        return new JdbcAddress(
                name,
                url,
                otherUser.isPresent() ? otherUser : user,
                otherPassword.isPresent() ? otherPassword : password,
                properties,
                origin);
    }

    /** As this one, with settings that do not replace its own. */
    JdbcAddress defaults(Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.putAll(properties);
        return new JdbcAddress(name, url, user, password, all, origin);
    }

    /** Without settings, any of which may be a password. */
    @Override
    public String toString() {
        return name + " (" + origin + ")";
    }
}
