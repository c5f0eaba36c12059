package io.xlink.config;

import io.xlink.config.keys.LogKeys;

/**
 * The logs of a running importer (specification, section 8).
 *
 * @param files how many full files of each log are kept, from 1
 * @param days for how many days they are, from 1
 * @param json whether each line is a JSON object
 */
public record LogSettings(int files, int days, boolean json) {
    static LogSettings defaults() {
        return new LogSettings(
                Integer.parseInt(LogKeys.LOG_MAX_FILES.absent().orElseThrow()),
                Integer.parseInt(LogKeys.LOG_MAX_DAYS.absent().orElseThrow()),
                false);
    }

    /** @throws ConfigException when a value cannot be used */
    static LogSettings of(IniSection general) {
        return new LogSettings(
                general.integer(LogKeys.LOG_MAX_FILES),
                general.integer(LogKeys.LOG_MAX_DAYS),
                general.choice(LogKeys.LOG_FORMAT).equals("json"));
    }
}
