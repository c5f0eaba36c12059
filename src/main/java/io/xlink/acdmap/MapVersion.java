package io.xlink.acdmap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells one state of the mappings and their scripts from another, by a check sum of the files. */
final class MapVersion {
    private static final int BYTES = 6;

    private MapVersion() {}

    /** Twelve hexadecimal digits; the same for the same names and bytes. A file that cannot be read counts as empty. */
    static String of(Path map, List<Path> scripts) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        add(digest, map);
        scripts.stream().sorted().forEach(script -> add(digest, script));
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static void add(MessageDigest digest, Path file) {
        digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        try {
            digest.update(Files.readAllBytes(file));
        } catch (IOException e) {
            // Missing mappings are told elsewhere.
            digest.update((byte) 1);
        }
        digest.update((byte) 0);
    }
}
