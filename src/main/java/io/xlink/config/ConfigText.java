package io.xlink.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text file of an installation, decoded and cut into lines (specification, section 3): {@link TextEncoding} says how it
 * may be encoded; lines end in CRLF, LF or CR. Immutable; {@link TextEdit} writes it with other lines.
 *
 * <p>The file's name is found in any case, because an installation may be a copy of a Windows directory, where
 * {@code isps_Ul.ini} and {@code ISPS_UL.INI} are the same file. The name as asked for is preferred.
 */
public final class ConfigText {
    /** No file of an installation comes near; a larger one is a mistake that must not eat the memory. */
    private static final long MAX_BYTES = 64L << 20;

    /** What old editors put behind the last line. */
    private static final int CTRL_Z = 0x1a;

    private static final char REPLACEMENT = '\ufffd';

    private final Path file;
    private final byte[] bytes;
    private final TextEncoding encoding;
    private final List<Line> raw;
    private final List<String> lines;
    private final List<Problem> warnings = new ArrayList<>();

    /** Where a line stands in the file's bytes: its content, and then its end. */
    record Line(int from, int contentTo, int to) {}

    private ConfigText(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
        this.encoding = TextEncoding.of(bytes);
        this.raw = cut();
        dropEndOfFileMark();
        List<String> decoded = new ArrayList<>(raw.size());
        for (Line line : raw) {
            decoded.add(decode(line, decoded.size() + 1));
        }
        this.lines = List.copyOf(decoded);
    }

    /**
     * Reads a file.
     *
     * @throws ConfigException when it does not exist, cannot be read, or is not text
     */
    public static ConfigText read(Path file) {
        return readIfPresent(file)
                .orElseThrow(() -> new ConfigException(
                        file, 0, "file not found", "Create it, or point --conf at the directory that holds it"));
    }

    /**
     * Reads a file that need not exist.
     *
     * @throws ConfigException when it exists, but cannot be read, or is not text
     */
    public static Optional<ConfigText> readIfPresent(Path file) {
        List<Path> candidates = inAnyCase(file);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Path found = candidates.get(0);
        ConfigText text = new ConfigText(found, bytes(found));
        candidates.stream()
                .skip(1)
                .forEach(other -> text.warnings.add(Problem.warning(
                        other,
                        0,
                        0,
                        "is not read, because " + found.getFileName() + " lies beside it",
                        "Keep one of them")));
        return Optional.of(text);
    }

    /** A file that does not exist yet, to be written with {@link TextEdit}. */
    public static ConfigText absent(Path file) {
        return new ConfigText(file, new byte[0]);
    }

    /** The file that was read: its name as it is written in the directory. */
    public Path file() {
        return file;
    }

    /** The lines without their ends; line number 1 stands at position 0. */
    public List<String> lines() {
        return lines;
    }

    /** What was odd about the file as a whole. */
    public List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    TextEncoding encoding() {
        return encoding;
    }

    /** The file as it was read. */
    byte[] bytes() {
        return bytes.clone();
    }

    /** One for each of {@link #lines}; the bytes of a line that nobody changes are written as they were read. */
    List<Line> raw() {
        return List.copyOf(raw);
    }

    /** What stands behind the last line: nothing, or what old editors put there. */
    byte[] endOfFileMark() {
        int end = raw.isEmpty() ? encoding.mark().length : raw.get(raw.size() - 1).to;
        return bytes(end, bytes.length);
    }

    byte[] bytes(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private List<Line> cut() {
        List<Line> found = new ArrayList<>();
        int unit = encoding.unit();
        int from = encoding.mark().length;
        for (int i = from; i + unit <= bytes.length; i += unit) {
            int c = encoding.unitAt(bytes, i);
            if (c == '\n' || c == '\r') {
                boolean both = c == '\r' && encoding.unitAt(bytes, i + unit) == '\n';
                int to = i + (both ? 2 * unit : unit);
                found.add(new Line(from, i, to));
                from = to;
                i = to - unit;
            } else if (c == 0) {
                throw new ConfigException(
                        file,
                        0,
                        "contains zero bytes: it is no text, or UTF-16 without a byte order mark",
                        "Save it as UTF-8");
            }
        }
        if (from < bytes.length) {
            found.add(new Line(from, bytes.length, bytes.length));
        }
        return found;
    }

    private void dropEndOfFileMark() {
        int last = raw.size() - 1;
        if (last < 0 || raw.get(last).to > raw.get(last).contentTo) {
            return;
        }
        Line line = raw.get(last);
        int mark = line.contentTo - encoding.unit();
        if (encoding.unitAt(bytes, mark) == CTRL_Z) {
            raw.remove(last);
            if (mark > line.from) {
                raw.add(new Line(line.from, mark, mark));
            }
        }
    }

    private String decode(Line line, int number) {
        String text = new String(bytes, line.from, line.contentTo - line.from, encoding.charset());
        if (encoding.isMarked() && text.indexOf(REPLACEMENT) >= 0 && warnings.isEmpty()) {
            warnings.add(Problem.warning(
                    file,
                    number,
                    text.indexOf(REPLACEMENT) + 1,
                    "characters that are no " + encoding.charset() + " were replaced",
                    "Write them again and save"));
        }
        return text;
    }

    private static List<Path> inAnyCase(Path file) {
        Path directory = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        String name = file.getFileName().toString();
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(e -> e.getFileName().toString().equalsIgnoreCase(name))
                    .sorted((a, b) -> {
                        boolean exactA = a.getFileName().toString().equals(name);
                        boolean exactB = b.getFileName().toString().equals(name);
                        return exactA == exactB ? a.compareTo(b) : exactA ? -1 : 1;
                    })
                    .toList();
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    private static byte[] bytes(Path file) {
        if (Files.isDirectory(file)) {
            throw new ConfigException(file, 0, "is a directory, not a file", "Put the file there instead");
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new ConfigException(
                        file, 0, "is larger than " + (MAX_BYTES >> 20) + " MiB", "Check that it is the right file");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ConfigException unreadable(Path file, IOException e) {
        return new ConfigException(
                file,
                0,
                "cannot be read (" + e.getClass().getSimpleName() + ")",
                "Let the user that runs this program read it");
    }
}
