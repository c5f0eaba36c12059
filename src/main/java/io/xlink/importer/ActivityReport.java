package io.xlink.importer;

import io.xlink.model.Receipt;
import io.xlink.source.csv.CsvActivityResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells an administrator what became of files of activities: one line, and one more for everything that needs a look. */
final class ActivityReport {
    private static final Logger LOG = LoggerFactory.getLogger(ActivityReport.class);
    private static final int NAMED = 10;
    /** A server that knows nobody refuses every agent for itself. */
    private static final int REFUSALS = 20;

    private ActivityReport() {}

    static void log(ActivityBatch batch, Delivery delivery) {
        logRows(batch);
        String files = batch.files().stream()
                .map(file -> file.stamp().path().toString())
                .collect(Collectors.joining(", "));
        if (batch.tooLong() > 0) {
            LOG.warn("{}: {} activities left out because nothing ends them within 366 days", files, batch.tooLong());
        }
        List<Receipt.Rejected> refused = delivery.receipts().stream()
                .flatMap(receipt -> receipt.rejected().stream())
                .toList();
        for (Receipt.Rejected rejected : refused.subList(0, Math.min(REFUSALS, refused.size()))) {
            LOG.warn("{}: {} activities refused by the server: {}", files, rejected.values(), rejected.reason());
        }
        if (refused.size() > REFUSALS) {
            LOG.warn("{}: and {} more of the like", files, refused.size() - REFUSALS);
        }
        LOG.info(
                "{}: imported: {} rows ({} rejected), {} activities stored, {} too short, {} refused by the server,"
                        + " {} imports",
                files,
                delivery.rows(),
                delivery.rejectedRows(),
                delivery.stored(),
                batch.leftOut(),
                delivery.rejected(),
                delivery.receipts().size());
    }

    /** What is to be said of the rows, whatever became of them. */
    static void logRows(ActivityBatch batch) {
        for (ActivityFile file : batch.files()) {
            logRows(file.stamp().path(), file);
        }
    }

    private static void logRows(Path path, ActivityFile file) {
        CsvActivityResult result = file.result();
        if (file.stamp().size() == 0) {
            LOG.warn("{}: the file is empty: nothing imported, nothing changed", path);
        } else if (result.rowsRead() == 0) {
            LOG.warn("{}: the file has no data rows: nothing imported, nothing changed", path);
        }
        if (!result.charset().equals(StandardCharsets.UTF_8)) {
            LOG.info("{}: read as {}", path, result.charset().name());
        }
        if (result.rowsUnlisted() > 0) {
            LOG.warn(
                    "{}: {} rows not imported because ActivityIdentifiers does not list their activity: {}",
                    path,
                    result.rowsUnlisted(),
                    result.unlisted().entrySet().stream()
                            .limit(NAMED)
                            .map(activity -> activity.getKey() + " (" + activity.getValue() + ")")
                            .collect(Collectors.joining(", ")));
        }
        if (result.rowsRejected() > 0) {
            LOG.warn("{}: {} broken rows not imported", path, result.rowsRejected());
        }
        file.rejects()
                .ifPresent(rejects -> LOG.warn("{}: what was not imported, with line and reason: {}", path, rejects));
    }
}
