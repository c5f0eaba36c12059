package io.xlink.importer;

import io.xlink.acdmap.QueueImportTransformer;
import io.xlink.model.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the import of a file: records it when the servers have it, holds it back when they have not. */
public final class FileOutcome {
    /** Exchange property: the state of the file when reading began, a {@link FileStamp}. */
    static final String FILE = "XlinkFile";
    /** Exchange property: what was read, a {@link FileRead}. */
    static final String READ = "XlinkRead";

    private static final Logger LOG = LoggerFactory.getLogger(FileOutcome.class);

    private final ImportedFiles imported;
    private final ImportIds ids;
    private final SettledFiles settled;
    private final FailedFiles failed;

    FileOutcome(ImportedFiles imported, ImportIds ids, SettledFiles settled, FailedFiles failed) {
        this.imported = imported;
        this.ids = ids;
        this.settled = settled;
        this.failed = failed;
    }

    /**
     * Called when there is a receipt for everything in the file.
     *
     * @throws FileChangedException when the file was written to meanwhile; it is then imported again, whole
     * @throws FileRefusedException when the file has rows but nothing of it was stored
     */
    public void delivered(
            @ExchangeProperty(FILE) FileStamp file,
            @ExchangeProperty(READ) FileRead read,
            @ExchangeProperty(QueueImportTransformer.FAILED_INTERVALS) Long failedIntervals,
            @Body List<?> body) {
        if (!SettledFiles.unchanged(file)) {
            throw new FileChangedException(file.path());
        }
        // A file without figures leaves the empty list of its imports as the body.
        List<Receipt> receipts = body.stream()
                .filter(Receipt.class::isInstance)
                .map(Receipt.class::cast)
                .toList();
        if (receipts.isEmpty()) {
            requireNoRows(read);
        }
        Delivery delivery = new Delivery(
                read.result().rowsRead(),
                read.result().rowsRead() - read.result().rowsImported(),
                receipts,
                failedIntervals == null ? 0 : failedIntervals);
        requireAnyStored(delivery);
        imported.add(file, delivery);
        ids.forget(file.path());
        failed.forget(file);
        settled.forget(file.path());
        DeliveryReport.log(file, read, delivery);
    }

    /** Called when anything went wrong; the file stays where it is. */
    public void failed(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        FileStamp file = exchange.getProperty(FILE, FileStamp.class);
        if (file == null) {
            LOG.warn("{}: not imported: {}", exchange.getMessage().getHeader(Exchange.FILE_NAME), message);
            return;
        }
        if (cause instanceof FileRefusedException || cause instanceof FileChangedException) {
            // There is a receipt for everything, so these imports are over; what follows is meant anew.
            ids.forget(file.path());
        }
        if (cause instanceof FileRefusedException) {
            failed.refused(file);
            LOG.warn(
                    "{}: not imported: {}. The file stays where it is until it changes or the program starts again",
                    file.path(),
                    message);
            return;
        }
        discardRejects(exchange.getProperty(READ, FileRead.class));
        Duration wait = failed.failed(file);
        LOG.warn(
                "{}: not imported: {}. The file stays where it is and is tried again in {} s, or when it has changed",
                file.path(),
                message,
                wait.toSeconds());
        LOG.debug("{}", file.path(), cause);
    }

    private static void requireNoRows(FileRead read) {
        if (read.result().rowsImported() > 0) {
            throw new FileRefusedException("no line of acd_map.ini maps anything in it, so its "
                    + read.result().rowsImported() + " rows would go nowhere. Add the mappings");
        }
        if (read.result().rowsRead() > 0) {
            throw new FileRefusedException("none of its " + read.result().rowsRead()
                    + " rows can be used. See line and reason in "
                    + read.rejects().map(Object::toString).orElse("the log")
                    + "; often Groups, DateOrder or a column number does not fit the file");
        }
    }

    private static void requireAnyStored(Delivery delivery) {
        if (delivery.stored() == 0 && delivery.rejected() > 0) {
            throw new FileRefusedException("the server refused all " + delivery.rejected() + " values, first because "
                    + delivery.receipts().get(0).rejected().get(0).reason());
        }
    }

    /** The next attempt writes them anew. */
    private static void discardRejects(FileRead read) {
        if (read == null || read.rejects().isEmpty()) {
            return;
        }
        try {
            Files.deleteIfExists(read.rejects().get());
        } catch (IOException e) {
            LOG.warn("{}: cannot be removed: {}", read.rejects().get(), e.toString());
        }
    }
}
