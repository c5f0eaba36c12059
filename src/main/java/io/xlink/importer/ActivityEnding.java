package io.xlink.importer;

import java.util.Map;

/** The end of an import of activities. */
final class ActivityEnding implements ImportEnding {
    private final CsvActivitySource source;
    private final ActivityBatch batch;

    ActivityEnding(CsvActivitySource source, ActivityBatch batch) {
        this.source = source;
        this.batch = batch;
    }

    /** An agent's day comes from several files, so it is not known what became of one of them. */
    @Override
    public Map<FileStamp, String> refused(BatchRead read, RefusedTargets refused) {
        return Map.of();
    }

    @Override
    public void received(BatchRead read, Delivery delivery) {
        // Over also when servers refused all of it: the next attempt is meant anew.
        source.delivered(batch);
        delivery.requireAnyStored("activities");
    }

    @Override
    public void log(BatchRead read, Delivery delivery) {
        ActivityReport.log(batch, delivery);
    }
}
