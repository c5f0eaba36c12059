package io.xlink.iwfm.protocol;

import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.ImportReceipt;
import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityImport;
import io.xlink.model.Import;
import io.xlink.model.ImportKind;
import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import io.xlink.model.ValueColumn;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** An import and its receipt. */
final class ImportRequest extends Request<ImportReceipt, Receipt> {
    private final Import what;

    /** @throws IllegalArgumentException when the protocol cannot carry it */
    ImportRequest(Import what, IwfmThreads threads) {
        super(threads);
        if (what.externalSystem().isEmpty() || what.externalSystem().length() > Protocol.MAX_TEXT) {
            throw new IllegalArgumentException(
                    "an external system's name has 1 to " + Protocol.MAX_TEXT + " characters");
        }
        if (what instanceof QueueImport callData) {
            check(callData);
        } else {
            check((ActivityImport) what);
        }
        this.what = what;
    }

    private static void check(QueueImport callData) {
        Set<List<Integer>> seen = new HashSet<>();
        for (ValueColumn column : callData.columns()) {
            ColumnCodec.check(column);
            // A server would close the connection over a mistake, and the client send it again and again.
            if (column.size() > 0
                    && !seen.add(List.of(column.parent(), column.queue(), column.valueType(), column.minutes()))) {
                throw new IllegalArgumentException("column " + column + " stands twice");
            }
        }
    }

    private static void check(ActivityImport activities) {
        Set<List<String>> seen = new HashSet<>();
        for (ActivityColumn column : activities.columns()) {
            ActivityCodec.check(column);
            if (!seen.add(List.of(column.agent(), column.activity()))) {
                throw new IllegalArgumentException("column " + Protocol.plain(column.toString()) + " stands twice");
            }
        }
        if (!ImportAssembly.isDay(activities.day().toEpochDay(), activities.fromSecond(), activities.toSecond())) {
            throw new IllegalArgumentException("the period " + activities.fromSecond() + " to " + activities.toSecond()
                    + " is not " + activities.day());
        }
    }

    @Override
    String what() {
        String activities = what.kind() == ImportKind.ACTIVITIES ? "activities of " : "";
        return "import of " + activities + what.day() + " from " + what.externalSystem();
    }

    @Override
    int minor() {
        return what.kind() == ImportKind.ACTIVITIES ? Peer.ACTIVITIES : 0;
    }

    @Override
    boolean isImport() {
        return true;
    }

    @Override
    Iterator<ClientFrame> frames(long number, Peer peer) {
        return new ImportFrames(what, number, peer);
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
