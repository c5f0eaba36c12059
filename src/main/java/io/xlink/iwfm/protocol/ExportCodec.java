package io.xlink.iwfm.protocol;

import com.google.protobuf.ByteString;
import io.xlink.iwfm.wire.ExportPage;
import io.xlink.iwfm.wire.ExportRequest;
import io.xlink.iwfm.wire.Kind;
import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.model.ExportQuery;
import io.xlink.model.ExportSlice;
import java.util.ArrayList;
import java.util.List;

/** {@link ExportQuery} and {@link ExportSlice} to wire messages and back. */
final class ExportCodec {
    private ExportCodec() {}

    static ExportRequest toWire(ExportQuery query) {
        return ExportRequest.newBuilder()
                .setKind(Kind.KIND_CALL_DATA)
                .setFromMinute(query.fromMinute())
                .setToMinute(query.toMinute())
                .setCursor(ByteString.copyFromUtf8(query.cursor()))
                .build();
    }

    static ExportQuery fromWire(ExportRequest wire) throws MalformedException {
        if (wire.getFromMinute() != (int) wire.getFromMinute() || wire.getToMinute() != (int) wire.getToMinute()) {
            throw new MalformedException("an export of minutes out of range");
        }
        return new ExportQuery((int) wire.getFromMinute(), (int) wire.getToMinute(), cursor(wire.getCursor()));
    }

    static List<ServerFrame.Builder> toWire(ExportSlice slice, Peer peer) {
        List<ServerFrame.Builder> frames = new ArrayList<>();
        ByteString next = ByteString.copyFromUtf8(slice.next());
        ColumnChunks chunks = new ColumnChunks(slice.columns(), peer);
        do {
            ExportPage.Builder page = ExportPage.newBuilder().setNextCursor(next);
            if (chunks.hasNext()) {
                page.addAllColumns(chunks.next());
            }
            frames.add(ServerFrame.newBuilder().setExportPage(page));
        } while (chunks.hasNext());
        return frames;
    }

    /** @param parts the frames of one answer, at least one */
    static ExportSlice fromWire(List<ExportPage> parts) throws MalformedException {
        ColumnAssembly columns = new ColumnAssembly(false);
        for (ExportPage part : parts) {
            for (ByteString column : part.getColumnsList()) {
                columns.add(column);
            }
        }
        return new ExportSlice(
                columns.finish(), cursor(parts.get(parts.size() - 1).getNextCursor()));
    }

    static String cursor(ByteString bytes) throws MalformedException {
        if (bytes.size() > Protocol.MAX_CURSOR || !bytes.isValidUtf8()) {
            throw new MalformedException(
                    "an export cursor that is not text of at most " + Protocol.MAX_CURSOR + " bytes");
        }
        return bytes.toStringUtf8();
    }
}
