package io.xlink.config.keys;

/** What a key does in this version. */
public enum Effect {
    /** It is read, and does what its meaning says. */
    YES("yes"),
    /** It is accepted and checked; what it asks for is not built yet. */
    NOT_YET("not yet"),
    /** It is accepted, because old installations have it; there is nothing for it to do. */
    NEVER("never");

    private final String words;

    Effect(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
