package io.xlink.backup;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a backup says of itself.
 *
 * @param format how it is laid out, from 1
 * @param program version of the program that wrote it
 * @param created when
 * @param files all that it holds
 */
record Manifest(int format, String program, Instant created, List<Entry> files) {
    /** The format that this version writes; it reads this and all before. */
    static final int FORMAT = 1;
    /** Its name in the archive. */
    static final String NAME = "manifest.json";

    Manifest {
        files = List.copyOf(files);
    }

    /**
     * A file.
     *
     * @param name in the archive: {@code conf/} or {@code data/}, then the name within that directory
     * @param size in bytes
     * @param sha256 of its content, in hexadecimal digits
     * @param modified milliseconds since 1970-01-01T00:00Z
     * @param mode rights as {@code rw-------}, where the file system has such
     */
    record Entry(String name, long size, String sha256, long modified, Optional<String> mode) {}

    byte[] json() {
        JsonArray entries = new JsonArray();
        for (Entry file : files) {
            JsonObject entry = new JsonObject();
            entry.addProperty("name", file.name());
            entry.addProperty("size", file.size());
            entry.addProperty("sha256", file.sha256());
            entry.addProperty("modified", file.modified());
            file.mode().ifPresent(mode -> entry.addProperty("mode", mode));
            entries.add(entry);
        }
        JsonObject object = new JsonObject();
        object.addProperty("format", format);
        object.addProperty("program", program);
        object.addProperty("created", created.toString());
        object.add("files", entries);
        return object.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The format alone, which must be known before anything else can be understood.
     *
     * @throws RuntimeException when the text is no manifest
     */
    static int format(byte[] json) {
        return object(json).get("format").getAsInt();
    }

    /** @throws RuntimeException when the text is no manifest */
    static Manifest of(byte[] json) {
        JsonObject object = object(json);
        List<Entry> files = new ArrayList<>();
        for (JsonElement element : object.getAsJsonArray("files")) {
            JsonObject entry = element.getAsJsonObject();
            files.add(new Entry(
                    entry.get("name").getAsString(),
                    entry.get("size").getAsLong(),
                    entry.get("sha256").getAsString(),
                    entry.get("modified").getAsLong(),
                    Optional.ofNullable(entry.get("mode")).map(JsonElement::getAsString)));
        }
        return new Manifest(
                object.get("format").getAsInt(),
                object.get("program").getAsString(),
                Instant.parse(object.get("created").getAsString()),
                files);
    }

    private static JsonObject object(byte[] json) {
        return JsonParser.parseString(new String(json, StandardCharsets.UTF_8)).getAsJsonObject();
    }
}
