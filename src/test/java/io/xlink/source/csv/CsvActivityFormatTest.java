package io.xlink.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlink.config.ConfigException;
import io.xlink.config.IniSections;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvActivityFormatTest {

    @Test
    void activitiesHaveTheirDescriptions() {
        assertThat(format("ActivityIdentifiers", "1;2;3", "ActivityDescriptions", "Login;Break")
                        .activities())
                .hasToString("{1=Login, 2=Break, 3=}");
        assertThat(format("ActivityDescriptions", "Login").activities()).isEmpty();
    }

    @Test
    void whatMeansLoggedOutIsUnderstoodAndNotDelivered() {
        CsvActivityFormat format =
                format("ActivityIdentifiers", "1;out", "LogOffActivities", "out;gone", "ActivityTimeSpanType", "2");
        assertThat(format.delivers("1")).isTrue();
        assertThat(format.delivers("2")).isFalse();
        assertThat(format.delivers("out")).isFalse();
        assertThat(format.isListed("gone")).isTrue();
        assertThat(format.isListed("2")).isFalse();
    }

    @Test
    void withAnEndNothingMeansLoggedOut() {
        CsvActivityFormat format = format("LogOffActivities", "out");
        assertThat(format.type()).isEqualTo(ActivitySpan.START_AND_END);
        assertThat(format.delivers("out")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "AgentColumn, '', AgentColumn is missing. Give the number",
        "ActivityColumn, 0, ActivityColumn is missing",
        "ActivityColumn, x, ActivityColumn=x is not a whole number",
        "ActivityColumn, 1, ActivityColumn=1 is the column of something else too",
        "ActivityStartTimeStampColumn, '', ActivityStartTimeStampColumn is missing",
        "ActivityStartTimeStampColumn, 3;x, ActivityStartTimeStampColumn=x is not a whole number",
        "ActivityStartTimeStampColumn, 3;5;6, ActivityStartTimeStampColumn names 3 columns. Name one column",
        "ActivityStartTimeStampColumn, 3;3, ActivityStartTimeStampColumn=3;3 is the column of something else too",
        "ActivityEndTimeStampColumn, 3, ActivityEndTimeStampColumn=3 is the column of something else too",
        "ActivityEndTimeStampColumn, '', ActivityTimeSpanType is missing",
        "ActivityDurationColumn, 5, 'ActivityTimeSpanType is missing, and there are columns for the end and for'",
        "ActivityDurationColumn, 4, ActivityDurationColumn=4 is the column of something else too",
        "ActivityTimeSpanType, 0, ActivityDurationColumn is missing",
        "ActivityTimeSpanType, 3, 'ActivityTimeSpanType=3 is not known. Write 0, 1 or 2'",
        "ActivityDateOrder, dym, ActivityDateOrder=dym is not known",
        "ActivityHeaderLines, -1, ActivityHeaderLines=-1 is not a whole number",
        "MaxRejects, 101, MaxRejects=101 is not a whole number",
        "Charset, UTF-9, Charset=UTF-9",
        "ActivitySeparatorCharacter, ab, ActivitySeparatorCharacter=ab is no separator",
        "MinimumActivityDuration, 1.5, MinimumActivityDuration=1.5 is not a whole number",
        "TimeZone, Berlin, TimeZone=Berlin is neither an offset nor the name of a time zone",
        "TimeZone_TimeLink, 19, TimeZone_TimeLink=19 is more than 18 hours",
        "ActivityStartTimeStampFormat, dd/mm/yyyy;HH:MM, ActivityStartTimeStampFormat has 2 patterns for 1 column",
        "ActivityStartTimeStampFormat, dd/mm HH:MM, ActivityStartTimeStampFormat=dd/mm HH:MM lacks a day",
        "ActivityStartTimeStampFormat, dd/mm/yyyy, ActivityStartTimeStampFormat=dd/mm/yyyy lacks the hour",
        "ActivityStartTimeStampFormat, dd/mmm/yyyy HH, 'ActivityStartTimeStampFormat=dd/mmm/yyyy HH has \"mmm\", which'",
        "ActivityStartTimeStampFormat, dd.mm.yyyy HH24:MI, 'has \"I\", which stands for nothing. Use d m y'",
        "ActivityStartTimeStampFormat, dd.mm.yyyy dd HH, has the day twice",
        "ActivityStartTimeStampFormat, ddmyyyy HH, has numbers side by side",
    })
    void badValuesAreErrorsThatNameLineAndRemedy(String key, String value, String message) {
        assertThatThrownBy(() -> format(key, value))
                .isInstanceOf(ConfigException.class)
                .hasMessageMatching("(?s).*test.ini:\\d+:\\d+: \\[CSV\\] .*")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "ActivityStartDateColumn=3, ActivityStartTimeColumn is missing",
        "ActivityStartTimeColumn=3, ActivityStartDateColumn is missing",
        "ActivityStartTimeStampColumn=3|ActivityEndDateColumn=4, ActivityEndTimeColumn is missing",
        "ActivityStartTimeStampColumn=3|ActivityTimeSpanType=1, ActivityEndTimeStampColumn is missing",
        "ActivityStartTimeStampColumn=3, 'ActivityTimeSpanType is missing, and there is a start only. Write 0 (start'",
        "ActivityStartTimeStampColumn=3;4|ActivityEndTimeColumn=5|ActivityStartTimeStampFormat=dd/mm/yyyy;dd HH:MM, says again"
    })
    void whatIsMissingIsSaid(String keys, String message) {
        String text = "[CSV]\nAgentColumn=1\nActivityColumn=2\n" + keys.replace('|', '\n') + "\n";
        assertThatThrownBy(() -> CsvActivityFormat.of(IniSections.of(Path.of("test.ini"), text)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    private static CsvActivityFormat format(String... changes) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("AgentColumn", "1");
        keys.put("ActivityColumn", "2");
        keys.put("ActivityStartTimeStampColumn", "3");
        keys.put("ActivityEndTimeStampColumn", "4");
        for (int i = 0; i < changes.length; i += 2) {
            keys.put(changes[i], changes[i + 1]);
        }
        StringBuilder text = new StringBuilder("[CSV]\n");
        keys.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
        return CsvActivityFormat.of(IniSections.of(Path.of("test.ini"), text.toString()));
    }
}
