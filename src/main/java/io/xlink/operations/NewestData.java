package io.xlink.operations;

import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityImport;
import io.xlink.model.Import;
import io.xlink.model.QueueImport;
import io.xlink.model.ValueColumn;
import java.util.OptionalLong;

/**
 * Where the newest data of an import end. What begins later than now is passed over: one wrong time in the future would
 * otherwise hide for ever that nothing comes any more.
 */
final class NewestData {
    private NewestData() {}

    /** The end in seconds since 1970; empty when nothing of the import has begun. */
    static OptionalLong end(Import what, long now) {
        return what instanceof QueueImport calls
                ? calls.columns().stream()
                        .mapToLong(column -> end(column, now))
                        .filter(end -> end > 0)
                        .max()
                : ((ActivityImport) what)
                        .columns().stream()
                                .mapToLong(column -> end(column, now))
                                .filter(end -> end > 0)
                                .max();
    }

    private static long end(ValueColumn column, long now) {
        for (int i = column.size() - 1; i >= 0; i--) {
            if (column.start(i) * 60L <= now) {
                return (column.start(i) + column.minutes()) * 60L;
            }
        }
        return 0;
    }

    private static long end(ActivityColumn column, long now) {
        for (int i = column.size() - 1; i >= 0; i--) {
            if (column.start(i) <= now) {
                return column.start(i) + column.seconds(i);
            }
        }
        return 0;
    }
}
