package io.xlink.iwfm.protocol;

/**
 * How much a client holds.
 *
 * @param maxPending requests that may be without an answer at once, 1 or more; each keeps its values in memory
 * @param maxFrame bytes of a frame's body that the client accepts, at least 64 KiB
 */
public record ClientLimits(int maxPending, int maxFrame) {
    /** 64 pending requests, frames of 1 MiB. */
    public static final ClientLimits DEFAULT = new ClientLimits(64, Protocol.DEFAULT_MAX_FRAME);

    public ClientLimits {
        if (maxPending < 1) {
            throw new IllegalArgumentException("maxPending " + maxPending + " is less than 1");
        }
        Protocol.checkMaxFrame(maxFrame);
    }

    public ClientLimits withMaxPending(int other) {
        return new ClientLimits(other, maxFrame);
    }
}
