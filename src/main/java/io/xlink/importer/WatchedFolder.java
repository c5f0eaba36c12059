package io.xlink.importer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one external system and kind of data: says which files of it are to be imported now, and remembers for
 * as long as the program runs what became of them. The bean {@code files} of a route, which asks it again and again.
 */
public final class WatchedFolder {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);

    private final String source;
    private final FolderListing listing;
    private final Receivers receivers;
    private final FileMemory memory;
    private final Hold hold;
    private final LookPace pace;
    private final FolderHealth health;
    private final RejectsFolder rejects;
    private final FileDisposal disposal;
    private final List<WritableFolder> written;
    private final ImportGate gate;
    private final ImportWatch watch;
    private final LockedFiles locked = new LockedFiles();
    private volatile Turn<List<FileStamp>> turn;

    /**
     * @param source names the external system and kind of data, for messages and in the memory of imported files
     * @param receivers whether the servers are there to take what is in the files
     * @param written folders that something may have to be written to
     * @param watch told what becomes of files
     */
    WatchedFolder(
            String source,
            FolderListing listing,
            Receivers receivers,
            FileMemory memory,
            Hold hold,
            LookPace pace,
            FolderHealth health,
            RejectsFolder rejects,
            FileDisposal disposal,
            List<WritableFolder> written,
            ImportGate gate,
            ImportWatch watch) {
        this.source = source;
        this.listing = listing;
        this.receivers = receivers;
        this.memory = memory;
        this.hold = hold;
        this.pace = pace;
        this.health = health;
        this.rejects = rejects;
        this.disposal = disposal;
        this.written = List.copyOf(written);
        this.gate = gate;
        this.watch = watch;
    }

    String source() {
        return source;
    }

    ImportWatch watch() {
        return watch;
    }

    /** What to import now; null when there is nothing, which a route filters out. */
    @Handler
    public FileBatch look(Exchange exchange) {
        Turn<List<FileStamp>> asked = turn;
        FileBatch found = asked == null ? automatic(exchange) : byHand(asked, exchange);
        // When an import is over the next one need not wait for the next look.
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, found != null);
        return found;
    }

    private FileBatch automatic(Exchange exchange) {
        FileBatch found = find();
        if (found == null) {
            return null;
        }
        Optional<ImportGate.Pass> pass = gate.enter(source);
        pass.ifPresent(one -> exchange.getExchangeExtension().addOnCompletion(one));
        return pass.isPresent() ? found : null;
    }

    private FileBatch byHand(Turn<List<FileStamp>> asked, Exchange exchange) {
        if (asked.isOver()) {
            return null;
        }
        if (!receivers.ready()) {
            asked.waitsFor("server " + String.join(", ", receivers.awaited().keySet()));
            return null;
        }
        exchange.setProperty(Turn.TURN, asked);
        exchange.getExchangeExtension().addOnCompletion(asked.ending());
        return asked.next().map(files -> new FileBatch(this, files)).orElse(null);
    }

    /** What is to be imported by hand from now on; null when nothing is any more. */
    void take(Turn<List<FileStamp>> asked) {
        turn = asked;
    }

    /**
     * Looks at the folder once.
     *
     * @return all files that are complete and not imported yet, the oldest first; null when there are none
     */
    FileBatch find() {
        written.forEach(WritableFolder::check);
        if (!health.mayLook() || !pace.mayLook()) {
            return null;
        }
        disposal.retry();
        // Files are observed even while nothing can be delivered, so that they are ready when it can.
        boolean open = receivers.ready() && !hold.holds() && gate.isOpen();
        List<FileStamp> ready = new ArrayList<>();
        pace.begin();
        try {
            listing.forEach(file -> {
                if (memory.isReady(file, open) && !locked.isLocked(file)) {
                    ready.add(file);
                }
            });
            health.good();
        } catch (IOException e) {
            health.bad(e);
            return null;
        } finally {
            pace.end();
        }
        ready.sort(Comparator.comparingLong(FileStamp::modified).thenComparing(FileStamp::path));
        return ready.isEmpty() ? null : new FileBatch(this, ready);
    }

    RejectsFolder rejects() {
        return rejects;
    }

    /** Which of these files are to be moved or deleted once they are recorded as imported. */
    List<FileStamp> toDispose(BatchRead read) {
        // An original that was to be kept and could not be stays where it is.
        return read.files().stream()
                .filter(one -> one.rowsBroken() == 0 || rejects.keepOriginal(one.file(), one.rejects()))
                .map(FileRead::file)
                .filter(file -> disposal.isAny())
                .toList();
    }

    /**
     * The files are delivered and recorded as imported.
     *
     * @param dispose those of them that are to be moved or deleted
     */
    void delivered(List<FileStamp> files, List<FileStamp> dispose) {
        hold.succeeded();
        files.forEach(memory::forget);
        if (!dispose.isEmpty()) {
            disposal.dispose(dispose);
        }
    }

    /**
     * Something went wrong that is not one file's fault. The whole folder is held back: if some files were tried again
     * without the others, each import would replace the other's figures instead of being summed with them.
     *
     * @return for how long
     */
    Duration failed() {
        return hold.failed();
    }

    /** A file could not be read; it is tried again later, whatever becomes of the others. */
    void failed(FileStamp file, Exception cause) {
        Duration wait = memory.failed(file);
        watch.failed(source, cause);
        LOG.warn(
                "{}: not imported: {}. The file stays where it is and is tried again in {} s, or when it has changed",
                file.shown(),
                Causes.message(cause),
                wait.toSeconds());
        LOG.debug("{}", file.shown(), cause);
    }

    /**
     * A file cannot be imported as it is.
     *
     * @param report where its rows are that could not be used
     */
    void refused(FileStamp file, String why, Optional<Path> report) {
        memory.refused(file);
        watch.refused(source, file.shown() + ": " + why);
        rejects.keepOriginal(file, report);
        LOG.warn(
                "{}: not imported: {}. The file stays where it is until it changes or the program starts again{}",
                file.shown(),
                why,
                report.map(path -> "; rows with line and reason: " + FileStamp.shown(path))
                        .orElse(""));
    }

    /** The file was written to meanwhile: it is observed anew. */
    void forgetState(FileStamp file) {
        memory.forget(file);
    }
}
