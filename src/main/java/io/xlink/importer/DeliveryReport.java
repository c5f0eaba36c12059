package io.xlink.importer;

import io.xlink.model.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells an administrator what became of files: one line each, and one more for everything that needs a look. */
final class DeliveryReport {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryReport.class);

    private DeliveryReport() {}

    static void log(BatchRead batch, Delivery delivery) {
        batch.files().forEach(read -> FileReport.log(read, "Groups or SubGroups do not list their queue"));
        String name = batch.shown();
        if (delivery.failedIntervals() > 0) {
            LOG.warn("{}: {} interval values could not be computed", name, delivery.failedIntervals());
        }
        for (Receipt receipt : delivery.receipts()) {
            for (Receipt.Rejected rejected : receipt.rejected()) {
                LOG.warn("{}: {} values refused by the server: {}", name, rejected.values(), rejected.reason());
            }
        }
        FileReport.logSeveral(batch, "summed with");
        LOG.info(
                "{}: imported: {} rows ({} rejected), {} interval values stored, {} refused by the server, {} imports",
                name,
                batch.rowsRead(),
                batch.rowsRead() - batch.rowsImported(),
                delivery.stored(),
                delivery.rejected(),
                delivery.receipts().size());
    }
}
