package io.xlink.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text file of an installation, decoded and cut into lines (specification, section 3): UTF-8 with or without a byte
 * order mark, UTF-16 with one, otherwise Windows-1252; lines end in CRLF, LF or CR.
 *
 * <p>The file's name is found in any case, because an installation may be a copy of a Windows directory, where
 * {@code isps_Ul.ini} and {@code ISPS_UL.INI} are the same file. The name as asked for is preferred.
 */
public final class ConfigText {
    /** No file of an installation comes near; a larger one is a mistake that must not eat the memory. */
    private static final long MAX_BYTES = 64L << 20;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** What old editors put behind the last line. */
    private static final String CTRL_Z = "\u001a";

    private static final char REPLACEMENT = '\ufffd';

    private final Path file;
    private final List<String> lines;
    private final List<String> warnings;

    private ConfigText(Path file, List<String> lines, List<String> warnings) {
        this.file = file;
        this.lines = List.copyOf(lines);
        this.warnings = List.copyOf(warnings);
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
        List<String> warnings = new ArrayList<>();
        candidates.stream()
                .skip(1)
                .forEach(other -> warnings.add(ConfigException.message(
                        other,
                        0,
                        "is not read, because " + found.getFileName() + " lies beside it",
                        "Keep one of them")));
        List<String> lines = decode(found, bytes(found), warnings).lines().toList();
        return Optional.of(new ConfigText(found, lines, warnings));
    }

    /** The file that was read: its name as it is written in the directory. */
    public Path file() {
        return file;
    }

    /** The lines without their ends; line number 1 stands at position 0. */
    public List<String> lines() {
        return lines;
    }

    /** What was odd about the file as a whole, ready for an administrator to read. */
    public List<String> warnings() {
        return warnings;
    }

    /** Words a warning about a line of this file: {@code file:line: what. remedy}. */
    public String warning(int line, String what, String remedy) {
        return ConfigException.message(file, line, what, remedy);
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

    private static String decode(Path file, byte[] bytes, List<String> warnings) {
        String text;
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            text = marked(file, bytes, 3, StandardCharsets.UTF_8, warnings);
        } else if (startsWith(bytes, 0xFF, 0xFE)) {
            text = marked(file, bytes, 2, StandardCharsets.UTF_16LE, warnings);
        } else if (startsWith(bytes, 0xFE, 0xFF)) {
            text = marked(file, bytes, 2, StandardCharsets.UTF_16BE, warnings);
        } else {
            text = unmarked(bytes);
        }
        if (text.indexOf('\0') >= 0) {
            throw new ConfigException(
                    file,
                    0,
                    "contains zero bytes: it is no text, or UTF-16 without a byte order mark",
                    "Save it as UTF-8");
        }
        return text.endsWith(CTRL_Z) ? text.substring(0, text.length() - 1) : text;
    }

    /** Text whose encoding its byte order mark names; the mark stands above whatever is damaged behind it. */
    private static String marked(Path file, byte[] bytes, int from, Charset charset, List<String> warnings) {
        String text = new String(bytes, from, bytes.length - from, charset);
        int broken = text.indexOf(REPLACEMENT);
        if (broken >= 0) {
            int line = (int) (text.substring(0, broken) + "x").lines().count();
            warnings.add(ConfigException.message(
                    file, line, "characters that are no " + charset + " were replaced", "Write them again and save"));
        }
        return text;
    }

    private static String unmarked(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS);
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
