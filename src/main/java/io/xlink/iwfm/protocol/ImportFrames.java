package io.xlink.iwfm.protocol;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.xlink.iwfm.wire.CallDataChunk;
import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.ImportBegin;
import io.xlink.iwfm.wire.ImportEnd;
import io.xlink.iwfm.wire.Kind;
import io.xlink.model.QueueImport;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.UUID;

/** The frames of an import, made one at a time as the connection takes them: begin, chunks, end. */
final class ImportFrames implements Iterator<ClientFrame> {
    private final QueueImport what;
    private final long request;
    private final ColumnChunks chunks;
    private int chunk = -1;
    private boolean ended;

    ImportFrames(QueueImport what, long request, int maxFrame) {
        this.what = what;
        this.request = request;
        this.chunks = new ColumnChunks(what.columns(), maxFrame);
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
            return frame.setImportBegin(ImportBegin.newBuilder()
                            .setImportId(id(what.id()))
                            .setKind(Kind.KIND_CALL_DATA)
                            .setExternalSystem(what.externalSystem())
                            .setDay(Math.toIntExact(what.day().toEpochDay())))
                    .build();
        }
        if (chunks.hasNext()) {
            chunk++;
            return frame.setCallData(CallDataChunk.newBuilder().addAllColumns(chunks.next()))
                    .build();
        }
        ended = true;
        return frame.setImportEnd(ImportEnd.newBuilder().setChunks(chunk).setValues(what.values()))
                .build();
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
