package io.xlink.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a section describes follows from its keys alone. */
class SystemKindTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "ColumnNames=a;b ~ [CSV_CALLS]",
                "GroupColumn=1 ~ [CSV_CALLS]",
                "ColumnNames=a|CallDataTable=calls ~ [UNIVERSAL_CALLS]",
                "QueueSQL=select 1 ~ [UNIVERSAL_CALLS]",
                "ActivityColumn=2 ~ [CSV_ACTIVITIES]",
                "AgentColumn=2|ColumnNames=a ~ [CSV_CALLS, CSV_ACTIVITIES]",
                "AgentActivityTable=t|AgentColumn=AgentID ~ [UNIVERSAL_ACTIVITIES]",
                "QueueSQL=x|ActivitySQL=y ~ [UNIVERSAL_CALLS, UNIVERSAL_ACTIVITIES]",
                "QueueSQL=x|ActivityColumn=2 ~ [CSV_ACTIVITIES, UNIVERSAL_CALLS]",
                "ActivityColumn=0|GroupColumn= ~ []",
                "Interval=15|Source=x|User=y ~ []",
                " ~ []",
            })
    void isKnownByItsKeys(String keys, String places) {
        String text = "[System]\n" + (keys == null ? "" : keys.replace('|', '\n')) + "\n";
        SystemKind kind = SystemKind.of(IniSections.of(Path.of("a.ini"), text));
        assertThat(kind.places().stream().sorted().toList()).hasToString(places);
        assertThat(kind.isDead()).isEqualTo(places.equals("[]"));
    }
}
