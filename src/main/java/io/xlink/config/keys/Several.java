package io.xlink.config.keys;

import java.util.Optional;

/** Values of one type, separated by {@code ;}. */
public record Several(KeyType element) implements KeyType {

    @Override
    public String words() {
        return element.words() + "; several are separated by `;`";
    }

    /** Judges one element. */
    @Override
    public Optional<Fault> fault(String text) {
        return element.fault(text);
    }
}
