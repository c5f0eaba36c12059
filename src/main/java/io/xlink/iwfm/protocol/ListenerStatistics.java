package io.xlink.iwfm.protocol;

/**
 * What a listener did since it was made, at one moment.
 *
 * @param connections connections at the moment
 * @param accepted connections taken
 * @param turnedAway connections turned away because there were too many
 * @param logins users let in
 * @param refusedLogins users not let in
 * @param bytesSent bytes written to the network
 * @param bytesReceived bytes read from the network
 */
public record ListenerStatistics(
        int connections,
        long accepted,
        long turnedAway,
        long logins,
        long refusedLogins,
        long bytesSent,
        long bytesReceived) {}
