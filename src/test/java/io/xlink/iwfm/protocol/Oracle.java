package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.model.ExportQuery;
import io.xlink.model.ExportSlice;
import io.xlink.model.QueueImport;
import io.xlink.model.ValueColumn;
import java.util.TreeMap;
import java.util.function.Function;

/** What a server must hold: of every interval the last value that was to be sent. Written without the code under test. */
public final class Oracle {
    private final TreeMap<String, Long> expected = new TreeMap<>();

    /** Notes an import; a later one of the same intervals replaces an earlier one. */
    public void sent(QueueImport what) {
        for (ValueColumn column : what.columns()) {
            for (int i = 0; i < column.size(); i++) {
                expected.put(key(column, i), column.value(i));
            }
        }
    }

    /** Reads everything, slice by slice, and compares; no interval may come twice. */
    public void check(String when, Function<ExportQuery, ExportSlice> export) {
        TreeMap<String, Long> held = new TreeMap<>();
        String cursor = "";
        do {
            ExportSlice slice = export.apply(new ExportQuery(0, Integer.MAX_VALUE, cursor));
            for (ValueColumn column : slice.columns()) {
                for (int i = 0; i < column.size(); i++) {
                    Long twice = held.put(key(column, i), column.value(i));
                    assertThat(twice).as("%s: %s twice", when, key(column, i)).isNull();
                }
            }
            cursor = slice.next();
        } while (!cursor.isEmpty());
        // Not isEqualTo alone, whose message would list every value.
        assertThat(held.size()).as("%s: intervals held", when).isEqualTo(expected.size());
        expected.forEach((key, value) ->
                assertThat(held.get(key)).as("%s: %s", when, key).isEqualTo(value));
    }

    private static String key(ValueColumn column, int i) {
        return column.queue() + ":" + column.valueType() + ":" + column.start(i) + ":" + column.minutes();
    }
}
