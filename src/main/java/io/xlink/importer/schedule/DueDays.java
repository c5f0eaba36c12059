package io.xlink.importer.schedule;

import io.xlink.model.LocalDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/**
 * Which days a run imports, the oldest first (specification, section 6): the newest one, and before it those that were missed, or
 * that were not over when they were imported last.
 *
 * @param catchUpDays how many days before the newest one are looked at, from 0
 * @param late how long after its end a day still gets rows
 */
record DueDays(ZoneId zone, int catchUpDays, Duration late) {

    /**
     * @param newest the newest day that the run is about; it is always imported
     * @param imported days with the moment at which the last complete import began to read them
     */
    List<LocalDate> of(LocalDate newest, NavigableMap<LocalDate, Instant> imported) {
        LocalDate earliest = newest.minusDays(catchUpDays);
        List<LocalDate> due = new ArrayList<>();
        // Before the first import ever there is nothing to catch up.
        LocalDate known = imported.isEmpty() ? newest : imported.firstKey();
        for (LocalDate day = known.isBefore(earliest) ? earliest : known; day.isBefore(newest); day = day.plusDays(1)) {
            Instant read = imported.get(day);
            long over = new LocalDay(day, zone).next().startEpochSecond() + late.toSeconds();
            if (read == null || read.getEpochSecond() < over) {
                due.add(day);
            }
        }
        due.add(newest);
        return due;
    }
}
