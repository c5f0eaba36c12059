package io.xlink.iwfm.protocol;

/**
 * What a client did since it was made, at one moment. The numbers are read one after another while the client works, so
 * sums may be off by what moved meanwhile.
 *
 * @param state where the connection stands
 * @param sent requests taken from callers: imports and questions
 * @param acknowledged requests that ended with an answer of the server
 * @param failed requests that ended with an error, those refused for a full buffer not counted
 * @param pending requests that have not ended
 * @param inFlight requests of these that are on the wire
 * @param reconnects logins after the first one
 * @param bytesSent bytes written to the network
 * @param bytesReceived bytes read from the network
 * @param lastError why the client is not ready; empty while all is well
 */
public record ClientStatistics(
        ClientState state,
        long sent,
        long acknowledged,
        long failed,
        int pending,
        int inFlight,
        long reconnects,
        long bytesSent,
        long bytesReceived,
        String lastError) {}
