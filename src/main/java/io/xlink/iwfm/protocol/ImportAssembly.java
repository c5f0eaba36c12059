package io.xlink.iwfm.protocol;

import com.google.protobuf.ByteString;
import io.xlink.iwfm.wire.ActivityChunk;
import io.xlink.iwfm.wire.AgentColumn;
import io.xlink.iwfm.wire.CallDataChunk;
import io.xlink.iwfm.wire.ImportBegin;
import io.xlink.iwfm.wire.ImportEnd;
import io.xlink.iwfm.wire.Kind;
import io.xlink.model.ActivityImport;
import io.xlink.model.Import;
import io.xlink.model.QueueImport;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

/** An import on its way in: from its begin to its end. */
final class ImportAssembly {
    /** Years 1900 to 2199: anything else is a day that somebody computed wrongly. */
    private static final int EARLIEST_DAY = -25_567;

    private static final int LATEST_DAY = 84_005;

    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

    /** Local days begin up to 18 hours before or after the UTC day of the same date. */
    private static final long ZONE_SECONDS = Duration.ofHours(18).toSeconds();

    /** No local day is longer, whatever its zone does on it. */
    private static final long LONGEST_DAY_SECONDS = Duration.ofHours(36).toSeconds();

    private final ImportBegin begin;
    private final long request;
    private final UUID id;
    private final LocalDate day;
    private final ColumnAssembly callData = new ColumnAssembly(true);
    private final ActivityAssembly activities = new ActivityAssembly();
    private int chunks;

    ImportAssembly(long request, ImportBegin begin) throws MalformedException {
        this.begin = begin;
        this.request = request;
        this.id = ImportFrames.id(begin.getImportId());
        int system = begin.getExternalSystem().length();
        if (system == 0 || system > Protocol.MAX_TEXT) {
            throw new MalformedException("an import whose external system has a name of " + system + " characters");
        }
        if (begin.getDay() < EARLIEST_DAY || begin.getDay() > LATEST_DAY) {
            throw new MalformedException("an import for day " + begin.getDay());
        }
        this.day = LocalDate.ofEpochDay(begin.getDay());
        if (begin.getKind() == Kind.KIND_ACTIVITIES
                && !isDay(begin.getDay(), begin.getFromSecond(), begin.getToSecond())) {
            throw new MalformedException("an import of " + day + " whose period is not that day: "
                    + begin.getFromSecond() + " to " + begin.getToSecond());
        }
    }

    /** Whether the period can be the local day anywhere on earth. */
    static boolean isDay(long day, long from, long to) {
        long midnight = day * DAY_SECONDS;
        // In this order nothing can overflow.
        return from >= midnight - ZONE_SECONDS
                && to <= midnight + DAY_SECONDS + ZONE_SECONDS
                && from < to
                && to - from <= LONGEST_DAY_SECONDS;
    }

    long request() {
        return request;
    }

    /** Whether it is of a kind that this version stores. */
    boolean known() {
        return begin.getKind() == Kind.KIND_CALL_DATA || begin.getKind() == Kind.KIND_ACTIVITIES;
    }

    /**
     * Takes a chunk.
     *
     * @return memory that it holds, roughly, in bytes
     */
    long add(CallDataChunk chunk) throws MalformedException {
        long before = bytes();
        count(Kind.KIND_CALL_DATA);
        long values = callData.values();
        for (ByteString column : chunk.getColumnsList()) {
            callData.add(column);
            if (callData.values() - values > ColumnCodec.MAX_VALUES) {
                throw new MalformedException("a chunk of more than " + ColumnCodec.MAX_VALUES + " values");
            }
        }
        return bytes() - before;
    }

    /**
     * Takes a chunk.
     *
     * @return memory that it holds, roughly, in bytes
     */
    long add(ActivityChunk chunk) throws MalformedException {
        long before = bytes();
        count(Kind.KIND_ACTIVITIES);
        for (AgentColumn column : chunk.getColumnsList()) {
            activities.add(column);
        }
        return bytes() - before;
    }

    private void count(Kind kind) throws MalformedException {
        if (begin.getKind() != kind) {
            throw new MalformedException("a chunk of " + kind + " in an import of " + begin.getKind());
        }
        chunks++;
    }

    long bytes() {
        return callData.bytes() + activities.bytes();
    }

    /** The whole import, or a {@link RequestFailedException} when something of it is missing. */
    Import finish(ImportEnd end, String server) {
        long values = callData.values() + activities.values();
        if (end.getChunks() != chunks || end.getValues() != values) {
            throw new RequestFailedException(
                    "the import arrived incomplete: " + chunks + " of " + Integer.toUnsignedString(end.getChunks())
                            + " chunks, " + values + " of " + Long.toUnsignedString(end.getValues()) + " values",
                    true);
        }
        return begin.getKind() == Kind.KIND_CALL_DATA
                ? new QueueImport(id, server, begin.getExternalSystem(), day, callData.finish())
                : new ActivityImport(
                        id,
                        server,
                        begin.getExternalSystem(),
                        day,
                        begin.getFromSecond(),
                        begin.getToSecond(),
                        activities.finish());
    }
}
