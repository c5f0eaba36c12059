package io.xlink.iwfm.protocol;

import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.ImportReceipt;
import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import io.xlink.model.ValueColumn;
import java.util.Iterator;
import java.util.List;

/** An import and its receipt. */
final class ImportRequest extends Request<ImportReceipt, Receipt> {
    private final QueueImport what;

    /** @throws IllegalArgumentException when the protocol cannot carry it */
    ImportRequest(QueueImport what, IwfmThreads threads) {
        super(threads);
        if (what.externalSystem().isEmpty() || what.externalSystem().length() > Protocol.MAX_TEXT) {
            throw new IllegalArgumentException(
                    "an external system's name has 1 to " + Protocol.MAX_TEXT + " characters");
        }
        for (ValueColumn column : what.columns()) {
            ColumnCodec.check(column);
        }
        this.what = what;
    }

    @Override
    String what() {
        return "import of " + what.day() + " from " + what.externalSystem();
    }

    @Override
    boolean isImport() {
        return true;
    }

    @Override
    Iterator<ClientFrame> frames(long number, int maxFrame) {
        return new ImportFrames(what, number, maxFrame);
    }

    @Override
    ImportReceipt part(ServerFrame frame) {
        return frame.hasReceipt() ? frame.getReceipt() : null;
    }

    @Override
    Receipt whole(List<ImportReceipt> parts) throws MalformedException {
        return ReceiptCodec.fromWire(parts, what.id());
    }
}
