package io.xlink.config;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The section {@code [GENERAL]} of isps_Ul.ini (specification, section 3).
 *
 * @param localTimeZone {@code LocalTimeZone}: the zone of local days and times; the machine's when it is not given
 * @param logDir {@code LogDir}: the directory of the logs as it is written, which may be a path of another machine
 * @param logMaxFileSize {@code LogMaxFileSize}: size in KiB at which a log file is full, from 1; 10240 when it is not
 *     given
 * @param writeAlways {@code WriteAlways}: whether intervals without data overwrite the server's with 0 (section 6); off
 *     when it is not given
 * @param protocol {@code Protocol}: whether more is logged; off when it is not given
 * @param automaticMappingCorrection {@code AutomaticMappingCorrection}: whether mappings are corrected at start; off
 *     when it is not given
 */
public record General(
        ZoneId localTimeZone,
        Optional<String> logDir,
        int logMaxFileSize,
        boolean writeAlways,
        boolean protocol,
        boolean automaticMappingCorrection) {
    private static final int LOG_MAX_FILE_SIZE = 10240;

    static General defaults() {
        return new General(ZoneId.systemDefault(), Optional.empty(), LOG_MAX_FILE_SIZE, false, false, false);
    }

    static General of(IniSection section) {
        return new General(
                section.text("LocalTimeZone").map(z -> zone(section, z)).orElseGet(ZoneId::systemDefault),
                section.text("LogDir"),
                section.integer("LogMaxFileSize", LOG_MAX_FILE_SIZE, 1, Integer.MAX_VALUE),
                isOn(section, "WriteAlways"),
                isOn(section, "Protocol"),
                isOn(section, "AutomaticMappingCorrection"));
    }

    /** Any number but 0 is on, because old installations must not fail over Protocol=2. */
    private static boolean isOn(IniSection section, String key) {
        return section.integer(key, 0, 0, Integer.MAX_VALUE) != 0;
    }

    private static ZoneId zone(IniSection section, String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw section.error(
                    "LocalTimeZone",
                    "LocalTimeZone=" + text + " is not a time zone",
                    "Write one like Europe/Berlin, or remove the line to use the machine's");
        }
    }
}
