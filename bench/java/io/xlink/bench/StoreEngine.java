package io.xlink.bench;

import io.xlink.model.ValueColumn;
import io.xlink.server.page.StoredPage;
import java.nio.file.Path;
import java.util.List;

/** Something that can keep pages. All engines are given the same bytes in the same order. */
interface StoreEngine extends AutoCloseable {
    static StoreEngine open(String name, Path directory) throws Exception {
        return switch (name) {
            case "log" -> new StoreLog(directory);
            case "sqlite-pages" -> new StoreSqlite(directory, true);
            case "sqlite-rows" -> new StoreSqlite(directory, false);
            case "h2-mvstore-pages" -> new StoreH2Map(directory);
            case "h2-sql-pages" -> new StoreH2Sql(directory);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The page of a key, or null. */
    byte[] get(int day, int queue, int valueType) throws Exception;

    void put(int day, int queue, int valueType, byte[] page) throws Exception;

    /** Makes everything put so far durable. */
    void commit() throws Exception;

    /** Stores one import: reads each page, merges, writes, commits. */
    default void store(int day, List<ValueColumn> columns) throws Exception {
        for (ValueColumn column : columns) {
            byte[] old = get(day, column.queue(), column.valueType());
            StoredPage.Builder page = StoredPage.newBuilder()
                    .addRuns(StoredPage.Run.newBuilder().setMinutes(15).setIntervals(column.size()));
            // As much work as a merge that finds every interval replaced.
            StoredPage before = old == null ? StoredPage.getDefaultInstance() : StoredPage.parseFrom(old);
            for (int i = 0; i < column.size(); i++) {
                boolean stored = i < before.getValuesCount() && before.getValues(i) == column.value(i);
                page.addValues(stored ? before.getValues(i) : column.value(i));
            }
            put(day, column.queue(), column.valueType(), page.build().toByteArray());
        }
        commit();
    }
}
