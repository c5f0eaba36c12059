package io.xlink.importer;

import io.xlink.model.Receipt;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells an administrator what became of files of activities: one line, and one more for everything that needs a look. */
final class ActivityReport {
    private static final Logger LOG = LoggerFactory.getLogger(ActivityReport.class);
    /** A server that knows nobody refuses every agent for itself. */
    private static final int REFUSALS = 20;

    private ActivityReport() {}

    static void log(ActivityBatch batch, Delivery delivery) {
        BatchRead read = batch.read();
        read.files().forEach(file -> FileReport.log(file, "ActivityIdentifiers does not list their activity"));
        String name = read.shown();
        if (batch.tooLong() > 0) {
            LOG.warn("{}: {} activities left out because nothing ends them within 366 days", name, batch.tooLong());
        }
        List<Receipt.Rejected> refused = delivery.receipts().stream()
                .flatMap(receipt -> receipt.rejected().stream())
                .toList();
        for (Receipt.Rejected rejected : refused.subList(0, Math.min(REFUSALS, refused.size()))) {
            LOG.warn("{}: {} activities refused by the server: {}", name, rejected.values(), rejected.reason());
        }
        if (refused.size() > REFUSALS) {
            LOG.warn("{}: and {} more of the like", name, refused.size() - REFUSALS);
        }
        FileReport.logSeveral(read, "together with");
        LOG.info(
                "{}: imported: {} rows ({} rejected), {} activities stored, {} too short, {} refused by the server,"
                        + " {} imports",
                name,
                read.rowsRead(),
                read.rowsRead() - read.rowsImported(),
                delivery.stored(),
                batch.leftOut(),
                delivery.rejected(),
                delivery.receipts().size());
    }
}
