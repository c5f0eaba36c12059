package io.xlink.iwfm.protocol;

import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.ExportPage;
import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.model.ExportQuery;
import io.xlink.model.ExportSlice;
import java.util.Iterator;
import java.util.List;

/** One slice of what the server holds. */
final class ExportQuestion extends Request<ExportPage, ExportSlice> {
    private final ExportQuery query;

    ExportQuestion(ExportQuery query, IwfmThreads threads) {
        super(threads);
        this.query = query;
    }

    @Override
    String what() {
        return "export";
    }

    @Override
    boolean isImport() {
        return false;
    }

    @Override
    Iterator<ClientFrame> frames(long number, Peer peer) {
        return List.of(ClientFrame.newBuilder()
                        .setRequest(number)
                        .setExport(ExportCodec.toWire(query))
                        .build())
                .iterator();
    }

    @Override
    ExportPage part(ServerFrame frame) {
        return frame.hasExportPage() ? frame.getExportPage() : null;
    }

    @Override
    ExportSlice whole(List<ExportPage> parts) throws MalformedException {
        return ExportCodec.fromWire(parts);
    }
}
