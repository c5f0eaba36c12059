package io.xlink.config;

import io.xlink.config.keys.GeneralKeys;
import io.xlink.config.keys.Span;
import java.time.Duration;
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
 * @param historyDays {@code HistoryDays}: for how many days imports are remembered, from 1; 400 when it is not given
 * @param staleAfter {@code StaleAfter}: how old data of an external system may become; empty when nothing is to be said of it
 * @param modes when databases are imported
 * @param operation how the running program is watched
 * @param logs its logs
 */
public record General(
        ZoneId localTimeZone,
        Optional<String> logDir,
        int logMaxFileSize,
        boolean writeAlways,
        boolean protocol,
        boolean automaticMappingCorrection,
        int historyDays,
        Optional<Duration> staleAfter,
        ImportModes modes,
        Operation operation,
        LogSettings logs) {
    static General defaults() {
        return new General(
                ZoneId.systemDefault(),
                Optional.empty(),
                Integer.parseInt(GeneralKeys.LOG_MAX_FILE_SIZE.absent().orElseThrow()),
                false,
                false,
                false,
                Integer.parseInt(GeneralKeys.HISTORY_DAYS.absent().orElseThrow()),
                Optional.empty(),
                ImportModes.defaults(),
                Operation.defaults(),
                LogSettings.defaults());
    }

    /**
     * Reads the section.
     *
     * @throws ConfigException when a value cannot be used
     */
    public static General of(IniSection section) {
        return new General(
                section.text(GeneralKeys.LOCAL_TIME_ZONE).map(ZoneId::of).orElseGet(ZoneId::systemDefault),
                section.text(GeneralKeys.LOG_DIR),
                section.integer(GeneralKeys.LOG_MAX_FILE_SIZE),
                section.isOn(GeneralKeys.WRITE_ALWAYS),
                section.isOn(GeneralKeys.PROTOCOL),
                section.isOn(GeneralKeys.AUTOMATIC_MAPPING_CORRECTION),
                section.integer(GeneralKeys.HISTORY_DAYS),
                Span.of(section.value(GeneralKeys.STALE_AFTER)),
                ImportModes.defaults().within(section),
                Operation.of(section),
                LogSettings.of(section));
    }

    /**
     * How old data of an external system may become: what its section says counts before this.
     *
     * @throws ConfigException when the section's value cannot be used
     */
    public Optional<Duration> staleAfter(IniSection section) {
        return section.text(GeneralKeys.STALE_AFTER).map(Span::of).orElse(staleAfter);
    }
}
