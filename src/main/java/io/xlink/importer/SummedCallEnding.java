package io.xlink.importer;

import java.util.List;

/** The end of an import of call data that is added to what was imported before. */
final class SummedCallEnding implements ImportEnding {
    private final String system;
    private final FileContributions contributions;
    private final List<Contribution> added;

    SummedCallEnding(String system, FileContributions contributions, List<Contribution> added) {
        this.system = system;
        this.contributions = contributions;
        this.added = List.copyOf(added);
    }

    /**
     * Kept when the servers have the sums, and before the files are recorded as imported. After a crash before that the
     * files are read once more, and the same sums replace themselves. After a crash between the two their contents are known:
     * they are not read, nothing is sent, and they are recorded. The other order would lose them: recorded and not kept,
     * they would be missing from the next sum.
     */
    @Override
    public void received(BatchRead read, Delivery delivery) {
        CallEnding.requireAny(read, delivery);
        contributions.keep(system, added);
    }

    @Override
    public void log(BatchRead read, Delivery delivery) {
        DeliveryReport.log(read, delivery);
    }
}
