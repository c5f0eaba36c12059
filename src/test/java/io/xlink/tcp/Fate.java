package io.xlink.tcp;

/** What becomes of a connection when one of its directions has carried as many bytes as it may. */
public enum Fate {
    /** Both sides see an orderly end (FIN). */
    FIN,
    /** Both sides see a reset (RST); what they have not read yet is lost. */
    RESET,
    /** What is sent in this direction disappears; the connection stays open. In both directions that is half-open. */
    SWALLOW,
    /** Nothing in this direction is read any more, as from a peer that is stuck; the connection stays open. */
    STALL
}
