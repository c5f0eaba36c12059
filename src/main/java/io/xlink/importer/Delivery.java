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

    /** Interval values or activities that servers stored. */
    long stored() {
        return receipts.stream().mapToLong(Receipt::stored).sum();
    }

    /** Interval values or activities that servers refused. */
    long rejected() {
        return receipts.stream().mapToLong(Receipt::rejectedValues).sum();
    }

    /**
     * @param what what the receipts count
     * @throws FileRefusedException when servers refused all of it
     */
    void requireAnyStored(String what) {
        if (stored() == 0 && rejected() > 0) {
            throw new FileRefusedException("the server refused all " + rejected() + " " + what + ", first because "
                    + receipts.stream()
                            .flatMap(receipt -> receipt.rejected().stream())
                            .findFirst()
                            .map(Receipt.Rejected::reason)
                            .orElse("?"));
        }
    }
}
