package io.xlink.config;

import io.xlink.config.keys.ImportMode;
import io.xlink.config.keys.Key;
import io.xlink.config.keys.ModeKeys;
import io.xlink.config.keys.TimeOfDay;
import java.time.Duration;
import java.time.LocalTime;

/**
 * When databases are imported by themselves (specification, section 6).
 *
 * @param phoneLink when call data are
 * @param timeLink when activities are
 * @param catchUpDays how many days back are imported that were missed, from 0
 * @param lateRows how long after its end a day still gets rows
 * @param reimportDays how many days before the present one are imported once more every night, from 0
 * @param reimportTime the local time at which they are
 */
public record ImportModes(
        ImportMode phoneLink,
        ImportMode timeLink,
        int catchUpDays,
        Duration lateRows,
        int reimportDays,
        LocalTime reimportTime) {

    static ImportModes defaults() {
        return new ImportModes(
                ImportMode.of(ModeKeys.PHONE_LINK_MODE.absent().orElseThrow()),
                ImportMode.of(ModeKeys.TIME_LINK_MODE.absent().orElseThrow()),
                Integer.parseInt(ModeKeys.CATCH_UP_DAYS.absent().orElseThrow()),
                minutes(ModeKeys.LATE_ROWS.absent().orElseThrow()),
                Integer.parseInt(ModeKeys.REIMPORT_DAYS.absent().orElseThrow()),
                TimeOfDay.of(ModeKeys.REIMPORT_TIME.absent().orElseThrow()));
    }

    /**
     * These, as far as a section does not say otherwise.
     *
     * @throws ConfigException when a value cannot be used
     */
    public ImportModes within(IniSection section) {
        return new ImportModes(
                mode(section, ModeKeys.PHONE_LINK_MODE, phoneLink),
                mode(section, ModeKeys.TIME_LINK_MODE, timeLink),
                section.text(ModeKeys.CATCH_UP_DAYS).map(Integer::valueOf).orElse(catchUpDays),
                section.text(ModeKeys.LATE_ROWS).map(ImportModes::minutes).orElse(lateRows),
                section.text(ModeKeys.REIMPORT_DAYS).map(Integer::valueOf).orElse(reimportDays),
                section.text(ModeKeys.REIMPORT_TIME).map(TimeOfDay::of).orElse(reimportTime));
    }

    private static ImportMode mode(IniSection section, Key key, ImportMode otherwise) {
        return section.text(key).map(ImportMode::of).orElse(otherwise);
    }

    private static Duration minutes(String text) {
        return Duration.ofMinutes(Integer.parseInt(text));
    }
}
