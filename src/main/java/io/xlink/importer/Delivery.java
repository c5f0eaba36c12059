package io.xlink.importer;

import io.xlink.model.Receipt;
import java.util.List;

/**
 * What became of one file.
 *
 * @param rows data rows read
 * @param rejectedRows data rows not imported: broken, or of a group that is not listed
 * @param receipts one for each import that was made of the file
 * @param failedIntervals interval values that could not be computed and were not sent
 */
record Delivery(long rows, long rejectedRows, List<Receipt> receipts, long failedIntervals) {
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
