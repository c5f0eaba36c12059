package io.xlink.importer;

/** The end of an import of call data. */
final class CallEnding implements ImportEnding {
    @Override
    public void received(BatchRead read, Delivery delivery) {
        if (delivery.receipts().isEmpty() && read.rowsImported() > 0) {
            throw new FileRefusedException("no line of acd_map.ini maps anything in it, so its " + read.rowsImported()
                    + " rows would go nowhere. Add the mappings");
        }
        delivery.requireAnyStored("values");
    }

    @Override
    public void log(BatchRead read, Delivery delivery) {
        DeliveryReport.log(read, delivery);
    }
}
