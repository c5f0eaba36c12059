package io.xlink.importer;

import io.xlink.model.Receipt;
import io.xlink.source.csv.CsvCallResult;
import io.xlink.source.csv.CsvNote;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Tells an administrator what became of a file: one line, and one more for everything that needs a look. */
final class DeliveryReport {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryReport.class);
    private static final int QUEUES_NAMED = 10;

    private DeliveryReport() {}

    static void log(FileStamp file, FileRead read, Delivery delivery) {
        CsvCallResult result = read.result();
        if (file.size() == 0) {
            LOG.warn("{}: the file is empty: nothing imported, nothing changed", file.path());
        } else if (result.rowsRead() == 0) {
            LOG.warn("{}: the file has no data rows: nothing imported, nothing changed", file.path());
        }
        if (!result.charset().equals(StandardCharsets.UTF_8)) {
            LOG.info("{}: read as {}", file.path(), result.charset().name());
        }
        for (CsvNote note : result.notes()) {
            LOG.atLevel(note.warning() ? Level.WARN : Level.INFO).log("{}: {}", file.path(), note.text());
        }
        if (result.rowsUnlisted() > 0) {
            LOG.warn(
                    "{}: {} rows not imported because Groups or SubGroups do not list their queue: {}",
                    file.path(),
                    result.rowsUnlisted(),
                    result.unlisted().entrySet().stream()
                            .limit(QUEUES_NAMED)
                            .map(queue -> queue.getKey() + " (" + queue.getValue() + ")")
                            .collect(Collectors.joining(", ")));
        }
        if (result.rowsRejected() > 0) {
            LOG.warn("{}: {} broken rows not imported", file.path(), result.rowsRejected());
        }
        read.rejects()
                .ifPresent(rejects ->
                        LOG.warn("{}: what was not imported, with line and reason: {}", file.path(), rejects));
        if (delivery.failedIntervals() > 0) {
            LOG.warn("{}: {} interval values could not be computed", file.path(), delivery.failedIntervals());
        }
        for (Receipt receipt : delivery.receipts()) {
            for (Receipt.Rejected rejected : receipt.rejected()) {
                LOG.warn(
                        "{}: {} {} refused by the server: {}",
                        file.path(),
                        rejected.values(),
                        rejected instanceof Receipt.RejectedActivities ? "activities" : "values",
                        rejected.reason());
            }
        }
        LOG.info(
                "{}: imported: {} rows ({} rejected), {} interval values stored, {} refused by the server, {} imports",
                file.path(),
                delivery.rows(),
                delivery.rejectedRows(),
                delivery.stored(),
                delivery.rejected(),
                delivery.receipts().size());
    }
}
