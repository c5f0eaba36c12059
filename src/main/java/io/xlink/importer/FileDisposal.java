package io.xlink.importer;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves or deletes the files of one folder that were delivered and recorded as imported ({@code DeleteImportFiles},
 * specification, section 4). What cannot be moved or deleted, because a virus scanner holds it or the program ended, is
 * tried again until it can; it is never imported again meanwhile.
 */
final class FileDisposal {
    private static final Logger LOG = LoggerFactory.getLogger(FileDisposal.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmssSSS");
    /** Files told one by one when many fail at once. */
    private static final int TOLD = 10;

    private final String source;
    private final CsvFolder folder;
    private final ImportedFiles imported;
    private final DisposalLog log;
    private final Clock clock;
    private final Hold hold;
    private final Set<FileStamp> pending;
    private final Set<FileStamp> told = new HashSet<>();

    /**
     * @param source names the external system and kind of data
     * @param clock with the zone of the time in names
     */
    FileDisposal(String source, CsvFolder folder, ImportedFiles imported, DisposalLog log, Clock clock, Hold hold) {
        this.source = source;
        this.folder = folder;
        this.imported = imported;
        this.log = log;
        this.clock = clock;
        this.hold = hold;
        this.pending = new LinkedHashSet<>(imported.undisposed(source));
    }

    /** Whether anything happens to delivered files. */
    boolean isAny() {
        return folder.disposal() != CsvFolder.Disposal.STAY;
    }

    /** Moves or deletes files that were recorded as imported and to be disposed of, as far as that goes now. */
    synchronized void dispose(Collection<FileStamp> files) {
        pending.addAll(files);
        attempt();
    }

    /** Tries again what could not be done before, now and then. */
    synchronized void retry() {
        if (!pending.isEmpty() && !hold.holds()) {
            attempt();
        }
    }

    private void attempt() {
        List<FileStamp> done = new ArrayList<>();
        int failed = 0;
        for (FileStamp file : pending) {
            try {
                if (isAny() && SettledFiles.unchanged(file)) {
                    dispose(file);
                }
                done.add(file);
            } catch (NoSuchFileException e) {
                if (Files.exists(file.path())) {
                    tell(file, e, failed++);
                } else {
                    done.add(file);
                }
            } catch (IOException e) {
                tell(file, e, failed++);
            }
        }
        if (!done.isEmpty()) {
            imported.disposed(source, done, isAny());
            done.forEach(pending::remove);
            done.forEach(told::remove);
        }
        if (failed == 0) {
            hold.succeeded();
        } else {
            hold.failed();
            if (failed > TOLD) {
                LOG.debug("[{}] {} files could not be moved or deleted", source, failed);
            }
        }
    }

    private void tell(FileStamp file, IOException e, int before) {
        String what = folder.disposal() == CsvFolder.Disposal.MOVE
                ? "moved to " + folder.destination().orElseThrow()
                : "deleted";
        if (before < TOLD && told.add(file)) {
            LOG.warn(
                    "{}: is imported, but cannot be {} ({}). Close the program that holds it, or check rights and space."
                            + " It is tried again and again, and not imported again",
                    file.shown(),
                    what,
                    e.toString());
        }
    }

    private void dispose(FileStamp file) throws IOException {
        // First, or a later file of the same name would seem complete from its beginning.
        Optional<Path> doneFile = folder.names().doneFile(file.path()).filter(Files::exists);
        if (folder.disposal() == CsvFolder.Disposal.DELETE) {
            if (doneFile.isPresent()) {
                Files.delete(doneFile.get());
            }
            Files.delete(file.path());
            log.deleted(source, file.path());
            return;
        }
        Path destination = folder.destination().orElseThrow();
        Path within = folder.folder().toAbsolutePath().relativize(file.path()).getParent();
        Path directory = Files.createDirectories(within == null ? destination : destination.resolve(within));
        // The time goes first, so that a file of the same name never overwrites an earlier one.
        String name = LocalDateTime.now(clock).format(STAMP) + "_" + file.path().getFileName();
        int dot = name.lastIndexOf('.');
        int cut = dot < 0 ? name.length() : dot;
        Path target = FreeName.in(directory, name.substring(0, cut), name.substring(cut));
        if (doneFile.isPresent()) {
            move(doneFile.get(), folder.names().doneFile(target).orElseThrow());
        }
        move(file.path(), target);
        log.moved(source, file.path(), target);
    }

    private static void move(Path file, Path target) throws IOException {
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            // Another drive: the file goes only when the copy is there for certain.
            DurableCopy.of(file, target);
            try {
                Files.delete(file);
            } catch (IOException cannotDelete) {
                Files.delete(target); // Or each attempt would leave one more copy.
                throw cannotDelete;
            }
        }
    }
}
