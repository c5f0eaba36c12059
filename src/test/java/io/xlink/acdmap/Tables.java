package io.xlink.acdmap;

import io.xlink.model.CallPage;
import io.xlink.model.CallTable;
import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Builds call tables and maps for tests. */
final class Tables {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final String system;
    private final int interval;
    private final List<String> valueTypes;
    private final List<CallPage> pages = new ArrayList<>();
    private BitSet present;
    private double[][] columns;

    private Tables(String system, int interval, String... valueTypes) {
        this.system = system;
        this.interval = interval;
        this.valueTypes = List.of(valueTypes);
    }

    static Tables of(String system, int interval, String... valueTypes) {
        return new Tables(system, interval, valueTypes);
    }

    Tables page(String date, String... path) {
        LocalDay day = new LocalDay(LocalDate.parse(date), BERLIN);
        present = new BitSet();
        columns = new double[valueTypes.size()][day.intervals(interval)];
        pages.add(new CallPage(QueuePath.of(path), day, columns, present));
        return this;
    }

    Tables row(int intervalOfDay, double... values) {
        present.set(intervalOfDay);
        for (int i = 0; i < values.length; i++) {
            columns[i][intervalOfDay] = values[i];
        }
        return this;
    }

    CallTable table() {
        return new CallTable(system, interval, valueTypes, pages);
    }

    /** The mapper of an acd_map.ini with these lines, which is written to the directory. */
    static CallDataMapper mapper(Path dir, String... lines) {
        try {
            Files.write(dir.resolve("acd_map.ini"), List.of(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        AcdMap map = AcdMap.read(dir);
        return new CallDataMapper(map, ImportScripts.read(map), new SharedInMemory());
    }
}
