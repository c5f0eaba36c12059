package io.xlink.iwfm.protocol;

import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.ExportPage;
import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.model.ActivityQuery;
import io.xlink.model.ActivitySlice;
import java.util.Iterator;
import java.util.List;

/** One slice of the activities that the server holds. */
final class ActivityQuestion extends Request<ExportPage, ActivitySlice> {
    private final ActivityQuery query;

    ActivityQuestion(ActivityQuery query, IwfmThreads threads) {
        super(threads);
        this.query = query;
    }

    @Override
    String what() {
        return "export of activities";
    }

    @Override
    boolean isImport() {
        return false;
    }

    @Override
    int minor() {
        return Peer.ACTIVITIES;
    }

    @Override
    Iterator<ClientFrame> frames(long number, Peer peer) {
        return List.of(ClientFrame.newBuilder()
                        .setRequest(number)
                        .setExport(ActivityExportCodec.toWire(query))
                        .build())
                .iterator();
    }

    @Override
    ExportPage part(ServerFrame frame) {
        return frame.hasExportPage() ? frame.getExportPage() : null;
    }

    @Override
    ActivitySlice whole(List<ExportPage> parts) throws MalformedException {
        return ActivityExportCodec.fromWire(parts);
    }
}
