package io.xlink.config.keys;

import java.util.Optional;

/** The position of a column in a file, from 1; 0 when it is not there. */
public enum ColumnNumber implements KeyType {
    COLUMN;

    /** A file with more columns is a mistake, such as a wrong separator. */
    public static final int MAX = 4096;

    @Override
    public String words() {
        return "column number, 0 to " + MAX;
    }

    @Override
    public Optional<Fault> fault(String text) {
        return new WholeNumber(0, MAX).fault(text);
    }
}
