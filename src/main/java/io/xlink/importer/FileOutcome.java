package io.xlink.importer;

import io.xlink.acdmap.QueueImportTransformer;
import io.xlink.model.Receipt;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Ends an import of files: records them when the servers have it, holds them back when they have not. */
public final class FileOutcome {
    /** Exchange property: the files that were found, a {@link FileBatch}. */
    static final String FOUND = "XlinkFound";
    /** Exchange property: what was read of them, a {@link BatchRead}. */
    static final String READ = "XlinkRead";
    /** Exchange property: what is special about the end of this import, an {@link ImportEnding}. */
    static final String ENDING = "XlinkEnding";

    private static final Logger LOG = LoggerFactory.getLogger(FileOutcome.class);

    private final ImportedFiles imported;
    private final ImportIds ids;
    private final AtomicReference<String> lookFailure = new AtomicReference<>();

    FileOutcome(ImportedFiles imported, ImportIds ids) {
        this.imported = imported;
        this.ids = ids;
    }

    /**
     * Called when there is a receipt for everything in the files.
     *
     * @param sent what there are receipts for; null when the route does not say
     * @param entry where the ledger has this import; null when the route keeps none
     * @throws FileChangedException when a file was written to meanwhile; all of them are then imported again, whole
     * @throws FileRefusedException when there are rows but nothing of them was stored
     */
    public void delivered(
            @ExchangeProperty(READ) BatchRead read,
            @ExchangeProperty(ENDING) ImportEnding ending,
            @ExchangeProperty(Deliveries.SENT) List<?> sent,
            @ExchangeProperty(ImportLedger.ENTRY) ImportLedger.Open entry,
            @ExchangeProperty(Turn.TURN) Turn<?> turn,
            @ExchangeProperty(QueueImportTransformer.FAILED_INTERVALS) Long failedIntervals,
            @Body List<?> body) {
        if (turn != null) {
            byHand(read, sent, entry, turn, failedIntervals, body);
            return;
        }
        if (read.files().isEmpty()) {
            nothing(read, entry);
            return;
        }
        for (FileStamp file : read.stamps()) {
            if (SettledFiles.changed(file)) {
                throw new FileChangedException(file);
            }
        }
        Delivery delivery = delivery(failedIntervals, body);
        Map<FileStamp, String> refused = delivery.rejected() == 0
                ? Map.of()
                : ending.refused(read, RefusedTargets.of(sent == null ? List.of() : sent, delivery.receipts()));
        BatchRead accepted = read.without(refused.keySet());
        ending.received(accepted, delivery);
        if (entry != null) {
            Map<FileStamp, String> left = new LinkedHashMap<>(read.left());
            left.putAll(refused);
            entry.done(accepted, delivery, sent, left);
        }
        List<FileStamp> dispose = read.folder().toDispose(accepted);
        imported.add(accepted, delivery, dispose);
        ids.forget(read);
        holdBack(read, refused);
        if (!accepted.files().isEmpty()) {
            ending.log(accepted, delivery);
        }
        read.folder().delivered(accepted.stamps(), dispose);
        if (!accepted.files().isEmpty()) {
            read.folder()
                    .watch()
                    .imported(
                            read.folder().source(), accepted.rowsRead(), accepted.rowsRead() - accepted.rowsImported());
        }
    }

    private static Delivery delivery(Long failedIntervals, List<?> body) {
        // Files without figures leave the empty list of their imports as the body.
        List<Receipt> receipts = body.stream()
                .filter(Receipt.class::isInstance)
                .map(Receipt.class::cast)
                .toList();
        return new Delivery(receipts, failedIntervals == null ? 0 : failedIntervals);
    }

    /** What was imported by hand was imported before: nothing is recorded of its files, and they stay where they are. */
    private void byHand(
            BatchRead read, List<?> sent, ImportLedger.Open entry, Turn<?> turn, Long failedIntervals, List<?> body) {
        // They were told when the files were imported first.
        read.files().forEach(one -> RejectsFolder.discard(one.rejects()));
        String shown = read.files().isEmpty() ? "what files said" : read.shown();
        if (turn.dryRun()) {
            turn.done(TurnResult.dry(shown, read.rowsRead(), List.of(), body));
            return;
        }
        Delivery delivery = delivery(failedIntervals, body);
        if (entry != null) {
            entry.done(read, delivery, sent, Map.of());
        }
        // An import that had begun by itself must not end as if nothing had come between.
        ids.forget(read);
        LOG.info("{}: imported by hand: {} rows, {} stored", shown, read.rowsRead(), delivery.stored());
        turn.done(TurnResult.of(shown, read.rowsRead(), read.rowsRead() - read.rowsImported(), delivery, List.of()));
    }

    /**
     * What was read by hand, when nothing was left out of it: without one of its files it would replace figures by
     * smaller ones.
     *
     * @throws FileRefusedException when a file was left out
     */
    static <T> T requireAll(BatchRead read, T figures) {
        if (!read.left().isEmpty()) {
            throw new FileRefusedException(read.left().entrySet().stream()
                    .map(one -> one.getKey().shown() + ": " + one.getValue())
                    .collect(Collectors.joining("; ")));
        }
        return figures;
    }

    private static void nothing(BatchRead read, ImportLedger.Open entry) {
        if (entry != null && read.left().isEmpty()) {
            entry.nothing();
        } else if (entry != null) {
            entry.failed(read.left().entrySet().stream()
                    .map(one -> one.getKey().path().getFileName() + ": " + one.getValue())
                    .collect(Collectors.joining("; ")));
        }
    }

    /** A file of which servers stored nothing is not imported because others of the same import are. */
    private static void holdBack(BatchRead read, Map<FileStamp, String> refused) {
        for (FileRead one : read.files()) {
            String reason = refused.get(one.file());
            if (reason != null) {
                read.folder()
                        .refused(
                                one.file(),
                                "the server refused all values that it contributes to, first because " + reason,
                                one.rejects());
            }
        }
    }

    /** Called when anything went wrong; the files stay where they are. */
    public void failed(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        FileBatch found = exchange.getProperty(FOUND, FileBatch.class);
        if (found == null) {
            // Every look may end like this.
            boolean again = Causes.message(cause).equals(lookFailure.getAndSet(Causes.message(cause)));
            LOG.atLevel(again ? Level.DEBUG : Level.WARN)
                    .setCause(cause)
                    .log("files are not looked for: {}. It is tried again and again", Causes.message(cause));
            return;
        }
        ImportLedger.failed(exchange, cause);
        Optional<BatchRead> read = Optional.ofNullable(exchange.getProperty(READ, BatchRead.class));
        Turn<?> turn = exchange.getProperty(Turn.TURN, Turn.class);
        if (turn != null) {
            read.ifPresent(one -> one.files().forEach(file -> RejectsFolder.discard(file.rejects())));
            LOG.warn("{}: not imported by hand: {}", found.shown(), Causes.message(cause));
            turn.failed(cause);
            return;
        }
        if (cause instanceof FileRefusedException || cause instanceof FileChangedException) {
            // There is a receipt for everything, so these imports are over; what follows is meant anew.
            read.ifPresent(ids::forget);
        }
        if (cause instanceof FileRefusedException && read.isPresent()) {
            read.get().files().forEach(one -> found.folder().refused(one.file(), Causes.message(cause), one.rejects()));
            return;
        }
        read.ifPresent(one -> one.files().forEach(file -> RejectsFolder.discard(file.rejects())));
        Duration wait = found.folder().failed();
        found.folder().watch().failed(found.folder().source(), cause);
        if (cause instanceof FileChangedException changed) {
            found.folder().forgetState(changed.file());
        }
        LOG.warn(
                "{}: not imported: {}. {} in {} s",
                found.shown(),
                Causes.message(cause),
                found.files().size() == 1
                        ? "The file stays where it is and is tried again"
                        : "The files stay where they are and are tried again, together,",
                wait.toSeconds());
        LOG.debug("{}", found.shown(), cause);
    }
}
