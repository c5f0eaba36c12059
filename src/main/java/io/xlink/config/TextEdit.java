package io.xlink.config;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes to some lines of a text file. Every other line keeps its bytes, so that comments, order, encoding and line ends
 * of what nobody changed stay as they are; a new line gets the line end that most lines of the file have.
 */
public final class TextEdit {
    private static final String CRLF = "\r\n";
    private static final String LF = "\n";
    private static final String CR = "\r";

    private final ConfigText text;
    private final Map<Integer, Optional<String>> changed = new HashMap<>();
    private final Map<Integer, List<String>> inserted = new HashMap<>();
    private final String lineEnd;

    public TextEdit(ConfigText text) {
        this.text = text;
        this.lineEnd = commonLineEnd();
    }

    /** Puts another text into a line, by its number from 1 in the file as it was read. */
    public void set(int line, String content) {
        changed.put(line, Optional.of(content));
    }

    /** Removes a line, by its number from 1 in the file as it was read. */
    public void remove(int line) {
        changed.put(line, Optional.empty());
    }

    /** Puts a new line behind a line, and behind those put there before; 0 is the beginning of the file. */
    public void insertAfter(int line, String content) {
        inserted.computeIfAbsent(line, l -> new ArrayList<>()).add(content);
    }

    /** Puts a new line at the end of the file. */
    public void append(String content) {
        insertAfter(text.lines().size(), content);
    }

    /** Whether anything is different from the file as it was read. */
    public boolean changes() {
        return !Arrays.equals(text.bytes(), bytes());
    }

    /**
     * The content of the changed file.
     *
     * @throws ConfigException when a new text has a character that the file's encoding has not
     */
    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(text.encoding().mark());
        insertedAfter(0, out);
        for (int number = 1; number <= text.lines().size(); number++) {
            ConfigText.Line raw = text.raw().get(number - 1);
            Optional<String> content = changed.get(number);
            if (content == null) {
                out.writeBytes(text.bytes(raw.from(), raw.to()));
            } else if (content.isPresent()) {
                out.writeBytes(encoded(number, content.get()));
                out.writeBytes(text.bytes(raw.contentTo(), raw.to()));
            }
            boolean open = raw.to() == raw.contentTo();
            if (open && inserted.containsKey(number) && (content == null || content.isPresent())) {
                out.writeBytes(encoded(number, lineEnd));
            }
            insertedAfter(number, out);
        }
        if (!inserted.containsKey(text.lines().size())) {
            out.writeBytes(text.endOfFileMark());
        }
        return out.toByteArray();
    }

    /**
     * Replaces the file: durable, and never half written for a reader.
     *
     * @param backup where the file as it was read is kept; empty for nowhere
     * @throws ConfigException when the file was changed by somebody else since it was read, or cannot be written
     */
    public void save(Optional<Path> backup) {
        byte[] content = bytes();
        ReplacedFile replaced = new ReplacedFile(text.file());
        replaced.requireUnchanged(text.bytes());
        backup.ifPresent(path -> replaced.keep(path, text.bytes()));
        replaced.replace(content);
    }

    private void insertedAfter(int number, ByteArrayOutputStream out) {
        for (String content : inserted.getOrDefault(number, List.of())) {
            out.writeBytes(encoded(number, content + lineEnd));
        }
    }

    private byte[] encoded(int number, String content) {
        return text.encoding()
                .encode(content)
                .orElseThrow(() -> new ConfigException(
                        text.file(),
                        number,
                        "the new text has a character that " + text.encoding().charset() + " has not",
                        "Save the file as UTF-8 first"));
    }

    private String commonLineEnd() {
        int[] counts = new int[3];
        List<String> ends = List.of(CRLF, LF, CR);
        for (ConfigText.Line line : text.raw()) {
            int units = (line.to() - line.contentTo()) / text.encoding().unit();
            if (units == 2) {
                counts[0]++;
            } else if (units == 1) {
                byte[] bytes = text.bytes(line.contentTo(), line.to());
                counts[text.encoding().unitAt(bytes, 0) == '\n' ? 1 : 2]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return counts[most] == 0 ? System.lineSeparator() : ends.get(most);
    }
}
