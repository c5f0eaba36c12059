package io.xlink.importer;

import io.xlink.config.IniSection;
import io.xlink.config.keys.CsvCallKeys;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Set;

/**
 * Tells one content of a file from another by {@code BYTES.FORM}, two check sums: of the bytes, and of the configuration
 * with which they are read. So a file that is dropped once more after a change of the configuration is read once more.
 */
final class FileContent {
    /** What does not change figures. */
    private static final Set<String> OTHER = Set.of(
            CsvCallKeys.SOURCE.name(),
            CsvCallKeys.DESTINATION.name(),
            CsvCallKeys.DELETE_IMPORT_FILES.name(),
            CsvCallKeys.MAX_REJECTS.name());

    private final String form;

    /** @param zone the zone of local time */
    FileContent(IniSection section, ZoneId zone) {
        MessageDigest digest = digest();
        add(digest, zone.getId());
        CsvCallKeys.names().stream()
                .filter(name -> !OTHER.contains(name))
                .forEach(name -> add(digest, section.text(name).orElse("")));
        form = HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    String of(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest()) + "." + form;
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
