package io.xlink.iwfm.protocol;

import com.google.protobuf.ByteString;
import io.xlink.iwfm.wire.CallDataChunk;
import io.xlink.iwfm.wire.ImportBegin;
import io.xlink.iwfm.wire.ImportEnd;
import io.xlink.iwfm.wire.Kind;
import io.xlink.model.QueueImport;
import java.time.LocalDate;
import java.util.UUID;

/** An import on its way in: from its begin to its end. */
final class ImportAssembly {
    /** Years 1900 to 2199: anything else is a day that somebody computed wrongly. */
    private static final int EARLIEST_DAY = -25_567;

    private static final int LATEST_DAY = 84_005;

    private final long request;
    private final UUID id;
    private final String externalSystem;
    private final LocalDate day;
    private final boolean callData;
    private final ColumnAssembly columns = new ColumnAssembly(true);
    private int chunks;

    ImportAssembly(long request, ImportBegin begin) throws MalformedException {
        this.request = request;
        this.id = ImportFrames.id(begin.getImportId());
        this.externalSystem = begin.getExternalSystem();
        this.callData = begin.getKind() == Kind.KIND_CALL_DATA;
        if (externalSystem.isEmpty() || externalSystem.length() > Protocol.MAX_TEXT) {
            throw new MalformedException(
                    "an import whose external system has a name of " + externalSystem.length() + " characters");
        }
        if (begin.getDay() < EARLIEST_DAY || begin.getDay() > LATEST_DAY) {
            throw new MalformedException("an import for day " + begin.getDay());
        }
        this.day = LocalDate.ofEpochDay(begin.getDay());
    }

    long request() {
        return request;
    }

    /** Whether it is of a kind that this version stores. */
    boolean callData() {
        return callData;
    }

    /**
     * Takes a chunk.
     *
     * @return memory that it holds, roughly, in bytes
     */
    long add(CallDataChunk chunk) throws MalformedException {
        long before = columns.bytes();
        chunks++;
        long values = columns.values();
        for (ByteString column : chunk.getColumnsList()) {
            columns.add(column);
            if (columns.values() - values > ColumnCodec.MAX_VALUES) {
                throw new MalformedException("a chunk of more than " + ColumnCodec.MAX_VALUES + " values");
            }
        }
        return columns.bytes() - before;
    }

    long bytes() {
        return columns.bytes();
    }

    /** The whole import, or a {@link RequestFailedException} when something of it is missing. */
    QueueImport finish(ImportEnd end, String server) {
        if (end.getChunks() != chunks || end.getValues() != columns.values()) {
            throw new RequestFailedException(
                    "the import arrived incomplete: " + chunks + " of " + Integer.toUnsignedString(end.getChunks())
                            + " chunks, " + columns.values() + " of " + Long.toUnsignedString(end.getValues())
                            + " values",
                    true);
        }
        return new QueueImport(id, server, externalSystem, day, columns.finish());
    }
}
