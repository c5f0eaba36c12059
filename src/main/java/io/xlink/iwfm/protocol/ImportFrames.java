package io.xlink.iwfm.protocol;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.xlink.iwfm.wire.ActivityChunk;
import io.xlink.iwfm.wire.AgentColumn;
import io.xlink.iwfm.wire.CallDataChunk;
import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.ImportBegin;
import io.xlink.iwfm.wire.ImportEnd;
import io.xlink.iwfm.wire.Kind;
import io.xlink.model.ActivityImport;
import io.xlink.model.Import;
import io.xlink.model.QueueImport;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;

/** The frames of an import, made one at a time as the connection takes them: begin, chunks, end. */
final class ImportFrames implements Iterator<ClientFrame> {
    private final Import what;
    private final long request;
    private final Iterator<ClientFrame.Builder> chunks;
    private int chunk = -1;
    private boolean ended;

    ImportFrames(Import what, long request, Peer peer) {
        this.what = what;
        this.request = request;
        this.chunks = what instanceof QueueImport callData
                ? callData(new ColumnChunks(callData.columns(), peer))
                : activities(new ActivityChunks(
                        ((ActivityImport) what).columns(), i -> AgentColumn.newBuilder(), peer.maxFrame()));
    }

    private static Iterator<ClientFrame.Builder> callData(ColumnChunks chunks) {
        return framed(
                chunks,
                columns -> ClientFrame.newBuilder()
                        .setCallData(CallDataChunk.newBuilder().addAllColumns(columns)));
    }

    private static Iterator<ClientFrame.Builder> activities(ActivityChunks chunks) {
        return framed(
                chunks,
                columns -> ClientFrame.newBuilder()
                        .setActivities(ActivityChunk.newBuilder().addAllColumns(columns)));
    }

    private static <T> Iterator<ClientFrame.Builder> framed(
            Iterator<List<T>> chunks, Function<List<T>, ClientFrame.Builder> frame) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return chunks.hasNext();
            }

            @Override
            public ClientFrame.Builder next() {
                return frame.apply(chunks.next());
            }
        };
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public ClientFrame next() {
        if (ended) {
            throw new NoSuchElementException();
        }
        ClientFrame.Builder frame = ClientFrame.newBuilder().setRequest(request);
        if (chunk < 0) {
            chunk = 0;
            return frame.setImportBegin(begin()).build();
        }
        if (chunks.hasNext()) {
            chunk++;
            return chunks.next().setRequest(request).build();
        }
        ended = true;
        return frame.setImportEnd(ImportEnd.newBuilder().setChunks(chunk).setValues(what.values()))
                .build();
    }

    private ImportBegin.Builder begin() {
        ImportBegin.Builder begin = ImportBegin.newBuilder()
                .setImportId(id(what.id()))
                .setExternalSystem(what.externalSystem())
                .setDay(Math.toIntExact(what.day().toEpochDay()));
        return what instanceof ActivityImport activities
                ? begin.setKind(Kind.KIND_ACTIVITIES)
                        .setFromSecond(activities.fromSecond())
                        .setToSecond(activities.toSecond())
                : begin.setKind(Kind.KIND_CALL_DATA);
    }

    static ByteString id(UUID id) {
        ByteBuffer bytes = ByteBuffer.allocate(Protocol.ID_BYTES);
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return UnsafeByteOperations.unsafeWrap(bytes.flip());
    }

    static UUID id(ByteString bytes) throws MalformedException {
        if (bytes.size() != Protocol.ID_BYTES) {
            throw new MalformedException("an import id of " + bytes.size() + " bytes");
        }
        ByteBuffer buffer = bytes.asReadOnlyByteBuffer();
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
