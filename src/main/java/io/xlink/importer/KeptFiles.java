package io.xlink.importer;

import io.xlink.importer.ledger.ReadFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds files that were imported: where they were, or where they were moved to. */
final class KeptFiles {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final CsvFolder folder;
    /** Moved files by size and time; read when one is first looked for. */
    private Map<String, List<FileStamp>> moved;

    KeptFiles(CsvFolder folder) {
        this.folder = folder;
    }

    /** The file as it was when it was imported; empty when it is gone or was changed. */
    Optional<FileStamp> find(ReadFile file) throws IOException {
        Path path = Path.of(file.path());
        try {
            FileStamp stamp = FileStamp.of(path);
            if (key(stamp).equals(key(file))) {
                return Optional.of(stamp);
            }
        } catch (NoSuchFileException e) {
            // Perhaps it was moved.
        }
        return folder.destination().isEmpty() ? Optional.empty() : moved(file, path);
    }

    private Optional<FileStamp> moved(ReadFile file, Path path) throws IOException {
        if (moved == null) {
            moved = destination(folder.destination().orElseThrow());
        }
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        // A moved file has the time before its name, and a number behind it where that was taken.
        String base = "_" + (dot < 0 ? name : name.substring(0, dot));
        return moved.getOrDefault(key(file), List.of()).stream()
                .filter(stamp -> stamp.path().getFileName().toString().contains(base))
                .findFirst();
    }

    private static Map<String, List<FileStamp>> destination(Path directory) throws IOException {
        Map<String, List<FileStamp>> stamps = new HashMap<>();
        if (!Files.isDirectory(directory)) {
            return stamps;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                FileStamp stamp = FileStamp.of(file);
                stamps.computeIfAbsent(key(stamp), key -> new ArrayList<>()).add(stamp);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return stamps;
    }

    private static String key(FileStamp stamp) {
        return stamp.size() + "/" + stamp.modified() / NANOS_PER_MILLI;
    }

    private static String key(ReadFile file) {
        return file.size() + "/" + file.modified().toEpochMilli();
    }
}
