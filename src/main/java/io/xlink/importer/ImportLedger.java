package io.xlink.importer;

import io.xlink.importer.ledger.Answer;
import io.xlink.importer.ledger.Begun;
import io.xlink.importer.ledger.Ended;
import io.xlink.importer.ledger.Ledger;
import io.xlink.importer.ledger.Origin;
import io.xlink.importer.ledger.ReadFile;
import io.xlink.model.Import;
import io.xlink.model.ImportKind;
import io.xlink.model.LocalDay;
import io.xlink.model.Receipt;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.Exchange;

/**
 * Keeps the ledger of what the routes import; their bean {@code ledger}. A route without this step imports as well, and leaves no entry.
 */
public final class ImportLedger {
    /** Exchange property: the entry of this import, an {@link Open}. */
    static final String ENTRY = "XlinkLedgerEntry";

    private final Ledger ledger;
    private final Supplier<String> mapping;
    private final Executor threads;

    /**
     * @param mapping tells which mappings are in force
     * @param threads compute check sums of files
     */
    ImportLedger(Ledger ledger, Supplier<String> mapping, Executor threads) {
        this.ledger = ledger;
        this.mapping = mapping;
        this.threads = threads;
    }

    /** An import of call data begins: the body is a {@link FileBatch} or a {@link LocalDay}. */
    public void phoneLink(Exchange exchange) {
        begin(exchange, ImportKind.CALL_DATA, mapping.get());
    }

    /** An import of activities begins: the body is a {@link FileBatch} or a {@link LocalDay}. */
    public void timeLink(Exchange exchange) {
        begin(exchange, ImportKind.ACTIVITIES, "");
    }

    private void begin(Exchange exchange, ImportKind kind, String mapped) {
        Turn<?> turn = exchange.getProperty(Turn.TURN, Turn.class);
        if (turn != null && turn.dryRun()) {
            return;
        }
        Origin origin = turn == null ? Origin.AUTOMATIC : Origin.MANUAL;
        Object body = exchange.getMessage().getBody();
        if (body instanceof FileBatch batch) {
            String subject = ImportIds.batch(batch.files());
            String system = system(batch.folder().source(), kind);
            long id = ledger.begin(new Begun(system, kind, origin, subject, Set.of(), mapped));
            exchange.setProperty(ENTRY, new Open(id, FileHashes.begin(batch.files(), threads)));
        } else if (body instanceof LocalDay day) {
            DayWatch watch = exchange.getProperty(DayOutcome.WATCH, DayWatch.class);
            if (turn == null && watch.isAgain(day)) {
                origin = Origin.REIMPORT;
            }
            String system = system(watch.source(), kind);
            long id = ledger.begin(new Begun(system, kind, origin, day.date().toString(), Set.of(day.date()), mapped));
            exchange.setProperty(ENTRY, new Open(id, null));
        }
    }

    /** Both kinds of data of a system have its name in the ledger. */
    private static String system(String source, ImportKind kind) {
        return kind == ImportKind.ACTIVITIES && source.endsWith(CsvFolder.ACTIVITIES)
                ? source.substring(0, source.length() - CsvFolder.ACTIVITIES.length())
                : source;
    }

    /** The import of an exchange ended without receipts for everything. */
    static void failed(Exchange exchange, Throwable cause) {
        Open entry = exchange.getProperty(ENTRY, Open.class);
        if (entry != null) {
            entry.failed(Causes.message(cause));
        }
    }

    /** An entry that has begun and has no end yet. */
    final class Open {
        private final long id;
        private final FileHashes hashes;

        private Open(long id, FileHashes hashes) {
            this.id = id;
            this.hashes = hashes;
        }

        /**
         * There are receipts for everything in these files.
         *
         * @param sent what the receipts are for
         * @param left why files were left out
         */
        void done(BatchRead read, Delivery delivery, List<?> sent, Map<FileStamp, String> left) {
            Map<Path, String> sums = sums();
            List<ReadFile> files = new ArrayList<>();
            for (FileRead one : read.files()) {
                FileStamp file = one.file();
                files.add(new ReadFile(
                        file.path().toString(),
                        file.size(),
                        Instant.ofEpochMilli(TimeUnit.NANOSECONDS.toMillis(file.modified())),
                        Optional.ofNullable(sums.get(file.path())),
                        one.rowsRead(),
                        one.rowsRejected()));
            }
            ledger.done(
                    id,
                    new Ended(
                            files,
                            List.of(),
                            read.rowsRead(),
                            read.rowsRead() - read.rowsImported(),
                            delivery.failedIntervals(),
                            answers(sent, delivery.receipts()),
                            left.entrySet().stream()
                                    .map(one -> one.getKey().path().getFileName() + ": " + one.getValue())
                                    .toList()));
        }

        /** There are receipts for everything of this day. */
        void done(DayRead read, Delivery delivery, List<?> sent) {
            ledger.done(
                    id,
                    new Ended(
                            List.of(),
                            read.queries(),
                            read.rows(),
                            read.unread(),
                            delivery.failedIntervals(),
                            answers(sent, delivery.receipts()),
                            List.of()));
        }

        void failed(String why) {
            if (hashes != null) {
                hashes.cancel();
            }
            ledger.failed(id, why);
        }

        /** Nothing is imported after all, and that is nobody's fault. */
        void nothing() {
            if (hashes != null) {
                hashes.cancel();
            }
            ledger.nothing(id);
        }

        private Map<Path, String> sums() {
            try {
                return hashes == null ? Map.of() : hashes.found();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Map.of();
            }
        }
    }

    /** A receipt names neither server nor day; what was sent does. */
    private static List<Answer> answers(List<?> sent, List<Receipt> receipts) {
        Map<UUID, Import> imports = new HashMap<>();
        for (Object one : sent == null ? List.of() : sent) {
            if (one instanceof Import what) {
                imports.put(what.id(), what);
            }
        }
        List<Answer> answers = new ArrayList<>();
        for (Receipt receipt : receipts) {
            Import what = imports.get(receipt.importId());
            if (what != null) {
                LocalDate day = what.day();
                answers.add(
                        new Answer(what.server(), day, receipt.importId(), receipt.stored(), receipt.rejectedValues()));
            }
        }
        return answers;
    }
}
