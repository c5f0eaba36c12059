package io.xlink.source.csv;

import java.nio.charset.CharacterCodingException;

/** Makes a {@link Row} of a row's bytes, and knows where in the bytes its fields are. */
interface ByteLines {
    /** The row does not end within the bytes. */
    int INCOMPLETE = -2;
    /** A field whose bytes are not its text. */
    int ELSEWHERE = -1;

    /** Whether a character may have several bytes. */
    boolean isUnicode();

    /**
     * Reads the row that begins at a place.
     *
     * @param to behind a line feed
     * @param line number of its line
     * @return the place behind its line feed, or {@link #INCOMPLETE}
     * @throws NotPlain when the file must be read in another way
     * @throws CharacterCodingException when it is not in its character set
     */
    int read(byte[] bytes, int from, int to, long line) throws NotPlain, CharacterCodingException;

    /** The last row, until the next one is read; null when it was a line without anything. */
    Row row();

    /** How many lines it has. */
    int lines();

    /** Where a field of it begins in the bytes, without its quotes, or {@link #ELSEWHERE}. */
    int from(int column);

    /** Where it ends. */
    int to(int column);
}
