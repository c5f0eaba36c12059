package io.xlink.importer;

import io.xlink.model.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the import of files of activities: records them when the servers have them, holds them back when they have not. */
public final class ActivityOutcome {
    /** Exchange property: what was read, an {@link ActivityBatch}. */
    static final String BATCH = "XlinkActivities";
    /** Exchange property: who read it, a {@link CsvActivitySource}. */
    static final String SOURCE = "XlinkActivitySource";

    private static final Logger LOG = LoggerFactory.getLogger(ActivityOutcome.class);

    private final ImportedFiles imported;
    private final ImportIds ids;
    private final SettledFiles settled;
    private final FailedFiles failed;
    private final FileOutcome outcome;

    /** @param outcome ends what failed */
    ActivityOutcome(
            ImportedFiles imported, ImportIds ids, SettledFiles settled, FailedFiles failed, FileOutcome outcome) {
        this.imported = imported;
        this.ids = ids;
        this.settled = settled;
        this.failed = failed;
        this.outcome = outcome;
    }

    /**
     * Called when there is a receipt for everything that was to be delivered.
     *
     * @throws FileChangedException when a file was written to meanwhile; it is then imported again, whole
     * @throws FileRefusedException when there are rows but nothing of them was stored
     */
    public void delivered(
            @ExchangeProperty(BATCH) ActivityBatch batch,
            @ExchangeProperty(SOURCE) CsvActivitySource source,
            @Body List<?> body) {
        // Files without activities leave the empty list of their imports as the body.
        List<Receipt> receipts = body.stream()
                .filter(Receipt.class::isInstance)
                .map(Receipt.class::cast)
                .toList();
        Delivery delivery = new Delivery(batch.rowsRead(), batch.rowsRejected(), receipts, 0);
        for (ActivityFile file : batch.files()) {
            if (!SettledFiles.unchanged(file.stamp())) {
                throw new FileChangedException(file.stamp().path());
            }
        }
        if (batch.rowsRead() > 0 && batch.rowsUnderstood() == 0) {
            source.delivered(batch);
            throw refusal(
                    batch,
                    "none of its " + batch.rowsRead()
                            + " rows can be used. See line and reason in " + rejects(batch)
                            + "; often ActivityIdentifiers, ActivityDateOrder or a column number does not fit the file");
        }
        if (delivery.stored() == 0 && delivery.rejected() > 0) {
            // Over, too: the next attempt is meant anew.
            source.delivered(batch);
            throw refusal(
                    batch,
                    "the server refused all " + delivery.rejected() + " activities, first because "
                            + receipts.stream()
                                    .flatMap(receipt -> receipt.rejected().stream())
                                    .findFirst()
                                    .orElseThrow()
                                    .reason());
        }
        for (ActivityFile file : batch.files()) {
            imported.add(file.stamp(), delivery);
            ids.forget(file.stamp().path());
            failed.forget(file.stamp());
            settled.forget(file.stamp().path());
        }
        source.delivered(batch);
        ActivityReport.log(batch, delivery);
    }

    /** Called when anything went wrong; the files stay where they are. */
    public void failed(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        ActivityBatch batch = exchange.getProperty(BATCH, ActivityBatch.class);
        if (batch != null && !(cause instanceof FileRefusedException)) {
            discardRejects(batch);
        }
        outcome.failed(exchange);
    }

    private static FileRefusedException refusal(ActivityBatch batch, String message) {
        ActivityReport.logRows(batch);
        return new FileRefusedException(message);
    }

    private static String rejects(ActivityBatch batch) {
        return batch.files().stream()
                .flatMap(file -> file.rejects().stream())
                .map(Path::toString)
                .findFirst()
                .orElse("the log");
    }

    /** The next attempt writes them anew. */
    private static void discardRejects(ActivityBatch batch) {
        for (ActivityFile file : batch.files()) {
            try {
                if (file.rejects().isPresent()) {
                    Files.deleteIfExists(file.rejects().get());
                }
            } catch (IOException e) {
                LOG.warn("{}: cannot be removed: {}", file.rejects().get(), e.toString());
            }
        }
    }
}
