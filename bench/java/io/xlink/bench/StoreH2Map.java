package io.xlink.bench;

import java.nio.file.Path;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;

/** H2's storage engine without SQL: an ordered map, committed and forced once an import. */
final class StoreH2Map implements StoreEngine {
    private final MVStore store;
    private final MVMap<Long, byte[]> map;

    StoreH2Map(Path directory) {
        store = new MVStore.Builder()
                .fileName(directory.resolve("store.mv.db").toString())
                .autoCommitDisabled()
                .open();
        map = store.openMap(
                "call_data",
                new MVMap.Builder<Long, byte[]>().keyType(LongDataType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
    }

    private static long key(int day, int queue, int valueType) {
        return ((long) day << 40) | ((long) queue << 20) | valueType;
    }

    @Override
    public byte[] get(int day, int queue, int valueType) {
        return map.get(key(day, queue, valueType));
    }

    @Override
    public void put(int day, int queue, int valueType, byte[] page) {
        map.put(key(day, queue, valueType), page);
    }

    @Override
    public void commit() {
        store.commit();
        store.sync();
    }

    @Override
    public void close() {
        store.close();
    }
}
