package io.xlink.source.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The character set of a file. {@code Charset} declares it; otherwise a byte order mark does, or zeros at every other byte
 * (UTF-16 without a mark), and what is left is strict UTF-8 until that fails, then Windows-1252.
 *
 * @param charset the character set
 * @param mark how many bytes at the beginning are its mark
 * @param strict whether bytes that are not valid mean that the character set is another one. Otherwise they are damage:
 *     they become U+FFFD, which no figure, date or queue can hold, so that they spoil their row and nothing else
 */
record FileEncoding(Charset charset, int mark, boolean strict) {
    /** How many bytes of a file {@link #of} wants to see. */
    static final int LOOK = 64;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final FileEncoding NO_MARK = new FileEncoding(StandardCharsets.UTF_8, 0, true);

    /**
     * @param first the beginning of the file, {@link #LOOK} bytes or all that it has
     * @param declared what {@code Charset} says
     * @param windows whether the file is known not to be UTF-8
     * @throws CsvRefusedException when the file's mark contradicts {@code Charset}
     */
    static FileEncoding of(Path file, byte[] first, Optional<Charset> declared, boolean windows) {
        if (declared.isPresent()) {
            return declared(file, first, declared.get());
        }
        FileEncoding marked = marked(first);
        if (marked.mark > 0) {
            return marked;
        }
        Optional<Charset> zeros = zeros(first, true);
        if (zeros.isPresent()) {
            return new FileEncoding(zeros.get(), 0, false);
        }
        return windows ? new FileEncoding(WINDOWS, 0, false) : NO_MARK;
    }

    private static FileEncoding declared(Path file, byte[] first, Charset declared) {
        String name = declared.name();
        if (name.contains("UTF-32")) {
            // That of little endian begins like the one of UTF-16.
            boolean marked = name.equals("UTF-32LE") && begins(first, 0xFF, 0xFE, 0, 0)
                    || name.equals("UTF-32BE") && begins(first, 0, 0, 0xFE, 0xFF);
            return new FileEncoding(declared, marked ? 4 : 0, false);
        }
        FileEncoding marked = marked(first);
        boolean either = declared.equals(StandardCharsets.UTF_16);
        if (marked.mark > 0) {
            boolean agrees = marked.charset.equals(declared)
                    || either && marked.mark == 2
                    || name.equals("x-UTF-16LE-BOM") && marked.charset.equals(StandardCharsets.UTF_16LE);
            if (!agrees) {
                throw new CsvRefusedException(
                        file,
                        1,
                        0,
                        "the file begins with the byte order mark of " + marked.charset + ", which contradicts Charset="
                                + name,
                        "Remove Charset, or correct it; nothing of the file was imported");
            }
            return marked;
        }
        if (either) {
            return new FileEncoding(zeros(first, false).orElse(StandardCharsets.UTF_16BE), 0, false);
        }
        return new FileEncoding(declared, 0, false);
    }

    /** A mark is a declaration: a damaged character behind it spoils its row, not the choice of the set. */
    private static FileEncoding marked(byte[] first) {
        if (begins(first, 0xEF, 0xBB, 0xBF)) {
            return new FileEncoding(StandardCharsets.UTF_8, 3, false);
        }
        if (begins(first, 0xFF, 0xFE)) {
            return new FileEncoding(StandardCharsets.UTF_16LE, 2, false);
        }
        if (begins(first, 0xFE, 0xFF)) {
            return new FileEncoding(StandardCharsets.UTF_16BE, 2, false);
        }
        return NO_MARK;
    }

    /**
     * Which UTF-16 it is by where the zeros are: digits, separators and the letters of Western languages have one each.
     *
     * @param sure whether half of the characters must have one, and none at the other byte
     */
    private static Optional<Charset> zeros(byte[] first, boolean sure) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < first.length; i++) {
            if (first[i] == 0) {
                even += i % 2 == 0 ? 1 : 0;
                odd += i % 2;
            }
        }
        int characters = first.length / 2;
        if (sure && (characters < 2 || Math.min(even, odd) > 0 || 2 * Math.max(even, odd) < characters)) {
            return Optional.empty();
        }
        return even == odd
                ? Optional.empty()
                : Optional.of(odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    /** Whether it is UTF-8, or a set with one byte for each character and ASCII in its lower half. */
    boolean isPlain() {
        return charset.equals(StandardCharsets.UTF_8)
                || charset.name().startsWith("windows-125")
                || charset.name().startsWith("ISO-8859-");
    }

    private static boolean begins(byte[] first, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= first.length || (first[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
