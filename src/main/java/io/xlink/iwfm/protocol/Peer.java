package io.xlink.iwfm.protocol;

/**
 * What the other side of a connection said about itself, as far as it decides what is sent to it.
 *
 * @param minor the minor version of the protocol that it speaks
 * @param maxFrame bytes of a frame's body that it accepts
 */
record Peer(int minor, int maxFrame) {
    /** The minor version that added activities, and columns that leave out starts which follow by themselves. */
    static final int ACTIVITIES = 1;

    /** Whether a column may leave out starts. */
    boolean takesShortColumns() {
        return minor >= ACTIVITIES;
    }
}
