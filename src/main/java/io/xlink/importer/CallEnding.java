package io.xlink.importer;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of an import of call data that replaces what was imported before. */
final class CallEnding implements ImportEnding {
    private static final Logger LOG = LoggerFactory.getLogger(CallEnding.class);

    private final Overlaps overlaps;
    private final Coverage covered;

    /** @param covered which intervals the files report about */
    CallEnding(Overlaps overlaps, Coverage covered) {
        this.overlaps = overlaps;
        this.covered = covered;
    }

    @Override
    public Map<FileStamp, String> refused(BatchRead read, RefusedTargets refused) {
        return refused.files(read);
    }

    @Override
    public void received(BatchRead read, Delivery delivery) {
        requireAny(read, delivery);
    }

    @Override
    public void log(BatchRead read, Delivery delivery) {
        DeliveryReport.log(read, delivery);
        String source = read.folder().source();
        try {
            overlaps.note(source, stored(read, delivery)).forEach(line -> LOG.info("[{}] {}", source, line));
        } catch (IllegalStateException e) {
            // Only a message depends on it, so it is no reason to import again.
            LOG.warn("[{}] {}", source, Causes.message(e));
        }
    }

    /** A file that the server refused replaced nothing. */
    private Coverage stored(BatchRead read, Delivery delivery) {
        return delivery.rejected() == 0
                ? covered
                : covered.of(read.stamps().stream().map(FileStamp::path).toList());
    }

    /** @throws FileRefusedException when figures were read but none was stored */
    static void requireAny(BatchRead read, Delivery delivery) {
        if (delivery.receipts().isEmpty() && read.rowsImported() > 0) {
            throw new FileRefusedException("no line of acd_map.ini maps anything in it, so its " + read.rowsImported()
                    + " rows would go nowhere. Add the mappings");
        }
        delivery.requireAnyStored("values");
    }
}
