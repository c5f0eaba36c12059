package io.xlink.importer;

import io.xlink.model.Receipt;
import java.util.List;

/**
 * What became of an import of files.
 *
 * @param receipts one for each day and server
 * @param failedIntervals interval values that could not be computed and were not sent
 */
record Delivery(List<Receipt> receipts, long failedIntervals) {
    Delivery {
        receipts = List.copyOf(receipts);
    }

    /** Interval values that servers stored. */
    long stored() {
        return receipts.stream().mapToLong(Receipt::stored).sum();
    }

    /** Interval values that servers refused. */
    long rejected() {
        return receipts.stream().mapToLong(Receipt::rejectedValues).sum();
    }
}
