package io.xlink.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlink.config.ConfigException;
import io.xlink.config.IniSections;
import io.xlink.model.QueuePath;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCallFormatTest {
    private static final String COLUMNS = "Queue;Split;Date;Time;Calls;AHT";

    @Test
    void valueTypesAreTheColumnsThatAreNothingElse() {
        assertThat(format("SubGroupColumn", "2").valueTypes()).containsExactly("Calls", "AHT");
        assertThat(format("SubGroupColumn", "0").valueTypes()).containsExactly("Split", "Calls", "AHT");
    }

    @Test
    void queuesOfTheTreeAreGroupsTimesSubGroups() {
        assertThat(format("Groups", "A;B").queues()).containsExactly(QueuePath.of("A"), QueuePath.of("B"));
        assertThat(format("Groups", "A;B", "SubGroupColumn", "2", "SubGroups", "x;y")
                        .queues())
                .hasToString("[A:x, A:y, B:x, B:y]");
        assertThat(format("Groups", "").queues()).isEmpty();
    }

    @Test
    void intervalIsAQuarterOfAnHourUnlessGiven() {
        assertThat(format().interval()).isEqualTo(15);
        assertThat(format("Interval", "60").interval()).isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource({
        "DateOrder, dym, DateOrder=dym is not known. Write dmy",
        "Interval, 20, 'Interval=20 is not known. Write 15, 30 or 60'",
        "Interval, x, Interval=x is not known",
        "Charset, klingon, Charset=klingon is not a character set. Write one like UTF-8",
        "Charset, 'UTF 8', Charset=UTF 8 is not a character set",
        "MaxRejects, 101, MaxRejects=101 is not a whole number from 0 to 100",
        "MaxRejects, 2.5, MaxRejects=2.5 is not a whole number from 0 to 100",
        "HeaderLines, -1, HeaderLines=-1 is not a whole number",
        "SeparatorCharacter, 4, SeparatorCharacter=4 is no separator. Write 0",
        "SeparatorCharacter, ab, SeparatorCharacter=ab is no separator",
        "TimeZone, Berlin, TimeZone=Berlin is neither an offset nor the name of a time zone. Write hours",
        "TimeZone, 19, TimeZone=19 is more than 18 hours",
        "TimeZone, 1.01, TimeZone=1.01 is not a whole number of minutes",
        "DateColumn, 7, 'DateColumn=7 lies outside ColumnNames, which names 6 columns'",
        "DateColumn, 0, DateColumn is missing. Give the number",
        "TimeColumn, '', TimeColumn is missing",
        "TimeColumn, 3, TimeColumn=3 is the column of something else too",
        "GroupColumn, 4, GroupColumn=4 is the column of something else too",
        "GroupColumn, '', GroupColumn is missing",
        "SubGroupColumn, 1, SubGroupColumn=1 is the column of something else too",
        "AHTColumn, 1, AHTColumn=1 is no value type",
        "AHTColumn, x, AHTColumn=x is not a whole number",
        "AHTWeightColumn, calls, AHTWeightColumn=calls is not in ColumnNames",
        "AHTWeightColumn, 7, AHTWeightColumn=7 lies outside ColumnNames",
        "AHTWeightColumn, Date, AHTWeightColumn names a column without figures",
        "ColumnNames, '', ColumnNames is missing. Name all columns",
        "ColumnNames, Queue;Split;Date;Time;Calls;Calls, 'ColumnNames names \"Calls\" twice'",
        "Groups, A;B;A, 'Groups names \"A\" twice'",
    })
    void badValuesAreErrorsThatNameLineAndRemedy(String key, String value, String message) {
        assertThatThrownBy(() -> format("Probe", "x", key, value))
                .isInstanceOf(ConfigException.class)
                .hasMessageMatching("(?s).*test.ini:\\d+:\\d+: \\[CSV\\] .*")
                .hasMessageContaining(message);
    }

    @Test
    void thereMustBeAValueType() {
        assertThatThrownBy(() -> format("ColumnNames", "Queue;;Date;Time", "AHTColumn", "0"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("ColumnNames leaves no column for a value type");
    }

    @Test
    void errorNamesTheLineOfItsKey() {
        assertThatThrownBy(() -> format("DateOrder", "xyz")).hasMessageContaining("test.ini:6:11: [CSV] DateOrder=xyz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-2", "2", "+2", "-3.5", "3,5", "-08:00", "06:30", "0", "12", "Europe/Berlin", "UTC", "5.75"})
    void offsetsAndZonesAreTimeZones(String text) {
        assertThat(format("TimeZone", text).clock()).isNotNull();
    }

    @Test
    void offsetsAreMinutesToAdd() {
        assertThat(FileClock.of("-3.5")).isEqualTo(new FileClock(null, -210));
        assertThat(FileClock.of("-08:30")).isEqualTo(new FileClock(null, -510));
        assertThat(FileClock.of("5.75")).isEqualTo(new FileClock(null, 345));
        assertThat(FileClock.of("-0.5")).isEqualTo(new FileClock(null, -30));
    }

    private static CsvCallFormat format(String... changes) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("GroupColumn", "1");
        keys.put("DateColumn", "3");
        keys.put("TimeColumn", "4");
        keys.put("ColumnNames", COLUMNS);
        keys.put("AHTColumn", "6");
        for (int i = 0; i < changes.length; i += 2) {
            keys.put(changes[i], changes[i + 1]);
        }
        // The key in question stands in line 6 in errorNamesTheLineOfItsKey: behind the header and four others.
        keys.remove("Probe");
        if (changes.length == 2 && changes[0].equals("DateOrder")) {
            keys.remove("AHTColumn");
        }
        StringBuilder text = new StringBuilder("[CSV]\n");
        keys.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
        return CsvCallFormat.of(IniSections.of(Path.of("test.ini"), text.toString()));
    }
}
