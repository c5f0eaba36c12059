package io.xlink.importer;

/** The end of an import of activities. */
final class ActivityEnding implements ImportEnding {
    private final CsvActivitySource source;
    private final ActivityBatch batch;

    ActivityEnding(CsvActivitySource source, ActivityBatch batch) {
        this.source = source;
        this.batch = batch;
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
