package io.xlink.importer;

import io.xlink.source.csv.RejectFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of what could not be used of one source's files: a report for each file and, beside it, the whole original
 * whenever rows were broken or the file was refused. A file that is read again in the same state, because it stayed in its
 * folder, gets a new report in the place of the old one and no further copy.
 */
final class RejectsFolder {
    private static final Logger LOG = LoggerFactory.getLogger(RejectsFolder.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    /** Leaves room for what is put behind a name, where file systems allow 255. */
    private static final int NAME = 200;

    private final String source;
    private final Path directory;
    private final Clock clock;
    private final KeptRejects memory;

    /**
     * @param source names the external system and kind of data in the memory
     * @param clock with the zone of the time in names
     */
    RejectsFolder(String source, Path directory, Clock clock, KeptRejects memory) {
        this.source = source;
        this.directory = directory;
        this.clock = clock;
        this.memory = memory;
    }

    /** The report to write while the file is read. */
    RejectFile report(FileStamp file) {
        Optional<KeptRejects.Kept> before = memory.find(source, file);
        before.ifPresent(kept -> discard(kept.report().map(Path::of)));
        LocalDateTime time =
                before.map(kept -> LocalDateTime.parse(kept.time(), STAMP)).orElseGet(() -> LocalDateTime.now(clock));
        return new RejectFile(directory, Path.of(name(file.path())), time);
    }

    /**
     * Keeps a copy of the whole file, unless there is one of this state of it.
     *
     * @param report the report about it, when it has rejected rows
     * @return whether there is a copy now; if not, the reason is in the log
     */
    boolean keepOriginal(FileStamp file, Optional<Path> report) {
        Optional<KeptRejects.Kept> before = memory.find(source, file);
        try {
            Path copy = before.map(kept -> Path.of(kept.copy()))
                    .filter(path -> isWhole(path, file))
                    .orElse(null);
            String time = before.map(KeptRejects.Kept::time)
                    .orElseGet(() -> LocalDateTime.now(clock).format(STAMP));
            if (copy == null) {
                copy = copy(file, time);
                LOG.warn("{}: kept whole as {}", file.shown(), FileStamp.shown(copy));
            }
            memory.keep(source, file, new KeptRejects.Kept(time, copy.toString(), report.map(Path::toString)));
            return true;
        } catch (IOException e) {
            LOG.warn(
                    "{}: cannot be kept in {} ({}). Check that the folder may be written to and is not full",
                    file.shown(),
                    directory,
                    e.toString());
            return false;
        }
    }

    /** Removes the report of an attempt that came to nothing; the next one writes it anew. */
    static void discard(Optional<Path> report) {
        if (report.isEmpty()) {
            return;
        }
        try {
            Files.deleteIfExists(report.get());
        } catch (IOException e) {
            LOG.warn("{}: cannot be removed: {}", FileStamp.shown(report.get()), e.toString());
        }
    }

    private Path copy(FileStamp file, String time) throws IOException {
        Files.createDirectories(directory);
        String name = name(file.path());
        int dot = name.lastIndexOf('.');
        String end = ".original" + (dot > 0 ? name.substring(dot) : "");
        Path copy = FreeName.in(directory, name + "." + time, end);
        DurableCopy.of(file.path(), copy);
        return copy;
    }

    private static boolean isWhole(Path copy, FileStamp file) {
        try {
            return Files.size(copy) == file.size();
        } catch (IOException e) {
            return false;
        }
    }

    private static String name(Path path) {
        String name = path.getFileName().toString();
        if (name.getBytes(StandardCharsets.UTF_8).length <= NAME) {
            return name;
        }
        int length = name.length();
        while (name.substring(0, length).getBytes(StandardCharsets.UTF_8).length > NAME) {
            length--;
        }
        return name.substring(0, length);
    }
}
