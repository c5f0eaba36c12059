package io.xlink.importer;

import io.xlink.model.Receipt;
import io.xlink.source.csv.CsvNote;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Tells an administrator what became of files: one line each, and one more for everything that needs a look. */
final class DeliveryReport {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryReport.class);
    private static final int QUEUES_NAMED = 10;

    private DeliveryReport() {}

    static void log(BatchRead batch, Delivery delivery) {
        batch.files().forEach(DeliveryReport::logFile);
        String name = name(batch);
        if (delivery.failedIntervals() > 0) {
            LOG.warn("{}: {} interval values could not be computed", name, delivery.failedIntervals());
        }
        for (Receipt receipt : delivery.receipts()) {
            for (Receipt.Rejected rejected : receipt.rejected()) {
                LOG.warn(
                        "{}: {} {} refused by the server: {}",
                        name,
                        rejected.values(),
                        rejected instanceof Receipt.RejectedActivities ? "activities" : "values",
                        rejected.reason());
            }
        }
        if (batch.files().size() > 1) {
            batch.files()
                    .forEach(read -> LOG.info(
                            "{}: imported: {} rows ({} rejected), summed with {} other files",
                            read.file().shown(),
                            read.rowsRead(),
                            read.rowsRejected(),
                            batch.files().size() - 1));
        }
        LOG.info(
                "{}: imported: {} rows ({} rejected), {} interval values stored, {} refused by the server, {} imports",
                name,
                batch.rowsRead(),
                batch.rowsRead() - batch.rowsImported(),
                delivery.stored(),
                delivery.rejected(),
                delivery.receipts().size());
    }

    private static String name(BatchRead batch) {
        return new FileBatch(batch.folder(), batch.stamps()).shown();
    }

    private static void logFile(FileRead read) {
        String name = read.file().shown();
        if (read.file().size() == 0) {
            LOG.warn("{}: the file is empty: nothing imported, nothing changed", name);
        } else if (read.rowsRead() == 0) {
            LOG.warn("{}: the file has no data rows: nothing imported, nothing changed", name);
        }
        if (!read.charset().equals(StandardCharsets.UTF_8)) {
            LOG.info("{}: read as {}", name, read.charset().name());
        }
        for (CsvNote note : read.notes()) {
            LOG.atLevel(note.warning() ? Level.WARN : Level.INFO).log("{}: {}", name, note.text());
        }
        if (read.rowsUnlisted() > 0) {
            LOG.warn(
                    "{}: {} rows not imported because Groups or SubGroups do not list their queue: {}",
                    name,
                    read.rowsUnlisted(),
                    read.unlisted().entrySet().stream()
                            .limit(QUEUES_NAMED)
                            .map(queue -> queue.getKey() + " (" + queue.getValue() + ")")
                            .collect(Collectors.joining(", ")));
        }
        if (read.rowsBroken() > 0) {
            LOG.warn("{}: {} broken rows not imported", name, read.rowsBroken());
        }
        read.rejects()
                .ifPresent(rejects -> LOG.warn(
                        "{}: what was not imported, with line and reason: {}", name, FileStamp.shown(rejects)));
    }
}
