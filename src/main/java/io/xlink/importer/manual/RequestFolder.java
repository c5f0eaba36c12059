package io.xlink.importer.manual;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import io.xlink.model.ImportKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder {@code manual} of the data directory: a command puts a request there, the running importer writes what
 * becomes of it beside it. Files rather than a socket, because whoever may write to the data directory may import, and nobody else.
 */
public final class RequestFolder {
    private static final String REQUEST = ".request";
    private static final String EVENTS = ".events";
    private static final String CANCEL = ".cancel";

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private final Path folder;

    /** @param data the data directory */
    public RequestFolder(Path data) {
        this.folder = data.resolve("manual");
    }

    /** A request in the folder. */
    public record Waiting(String id, ManualRequest request) {}

    /** Asks for an import; returns what it is called from now on. */
    public String ask(ManualRequest request) throws IOException {
        Files.createDirectories(folder);
        String id = UUID.randomUUID().toString();
        Path part = folder.resolve(id + ".part");
        Files.writeString(part, GSON.toJson(Form.of(request)));
        Files.move(part, file(id, REQUEST), StandardCopyOption.ATOMIC_MOVE);
        return id;
    }

    /** Takes the oldest request; the next one comes when there are no more events of this one. */
    public Optional<Waiting> take() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<Path> requests = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().endsWith(REQUEST))
                    .forEach(requests::add);
        }
        for (Path file : requests) {
            String name = file.getFileName().toString();
            String id = name.substring(0, name.length() - REQUEST.length());
            String text = Files.readString(file);
            Files.delete(file);
            try {
                return Optional.of(
                        new Waiting(id, GSON.fromJson(text, Form.class).request()));
            } catch (JsonParseException | IllegalArgumentException | DateTimeException e) {
                tell(id, ManualEvent.end(ManualEnd.FAILED, "the request cannot be read: " + e.getMessage(), 0, 0));
            }
        }
        return Optional.empty();
    }

    /** Tells whoever asked. */
    public void tell(String id, ManualEvent event) {
        try {
            Files.writeString(
                    file(id, EVENTS), GSON.toJson(event) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell how far the import by hand is: " + e.getMessage(), e);
        }
    }

    /** Whether whoever asked does not want it any more. */
    public boolean isCancelled(String id) {
        return Files.exists(file(id, CANCEL));
    }

    /** Asks for a request to be given up. */
    public void cancel(String id) throws IOException {
        if (!Files.deleteIfExists(file(id, REQUEST))) {
            Files.writeString(file(id, CANCEL), "");
        }
    }

    /** Whether a request was not taken yet. */
    public boolean isWaiting(String id) {
        return Files.exists(file(id, REQUEST));
    }

    /** Events of a request after the first so many. */
    public List<ManualEvent> events(String id, int known) throws IOException {
        Path file = file(id, EVENTS);
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = Files.readString(file);
        List<ManualEvent> events = new ArrayList<>();
        // A line without its end is still being written.
        text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .skip(known)
                .forEach(line -> events.add(GSON.fromJson(line, ManualEvent.class)));
        return events;
    }

    /** Removes everything about a request. */
    public void forget(String id) throws IOException {
        for (String ending : List.of(REQUEST, CANCEL, EVENTS)) {
            Files.deleteIfExists(file(id, ending));
        }
    }

    /** Removes what earlier runs left: whoever asked then has been told that the importer ended. */
    public void clear() throws IOException {
        if (Files.isDirectory(folder)) {
            List<Path> left;
            try (Stream<Path> files = Files.list(folder)) {
                left = files.toList();
            }
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path file(String id, String ending) {
        return folder.resolve(id + ending);
    }

    /** A request as it is written. */
    private record Form(List<String> kinds, String first, int days, String system, boolean dryRun, int waitSeconds) {
        static Form of(ManualRequest request) {
            return new Form(
                    request.kinds().stream().map(Enum::name).sorted().toList(),
                    request.first().toString(),
                    request.days(),
                    request.system().orElse(null),
                    request.dryRun(),
                    request.waitSeconds());
        }

        ManualRequest request() {
            return new ManualRequest(
                    kinds.stream().map(ImportKind::valueOf).collect(Collectors.toSet()),
                    LocalDate.parse(first),
                    days,
                    Optional.ofNullable(system),
                    dryRun,
                    waitSeconds);
        }
    }
}
