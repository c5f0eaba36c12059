package io.xlink.config.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of known keys is complete, and says one thing about each. */
class KeysTest {
    /** Keys that are read by a name rather than by a constant. */
    private static final Pattern READ_BY_NAME = Pattern.compile("\\.(?:text|integer|list|entry)\\(\\s*\"([^\"]+)\"");

    /** Keys of odbc.ini and odbcinst.ini, which have the same form and are not ours. */
    private static final Set<String> OF_OTHERS = Set.of("Driver", "Driver64");

    @Test
    void noKeyIsReadThatIsNotListed() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(f -> f.toString().endsWith(".java"))
                            .flatMap(KeysTest::keysReadByName)
                            .filter(name -> !OF_OTHERS.contains(name)))
                    .allSatisfy(name -> assertThat(Keys.named(name)).as(name).isNotEmpty());
        }
    }

    @Test
    void theScanFindsWhatItLooksFor() {
        Matcher found = READ_BY_NAME.matcher("int n = section.integer(\n        \"HeaderLines\", 0, 0, 9);");
        assertThat(found.find()).isTrue();
        assertThat(found.group(1)).isEqualTo("HeaderLines");
    }

    @Test
    void everyConstantIsListed() throws IllegalAccessException {
        List<Key> constants = new ArrayList<>();
        for (Class<?> keys : List.of(
                ServerKeys.class,
                GeneralKeys.class,
                OperationKeys.class,
                LogKeys.class,
                CsvCallKeys.class,
                CsvFolderKeys.class,
                CsvActivityKeys.class,
                ActivityKeys.class,
                UniversalCallKeys.class,
                UniversalActivityKeys.class,
                SystemKeys.class)) {
            for (var field : keys.getDeclaredFields()) {
                if (Modifier.isPublic(field.getModifiers()) && field.getType() == Key.class) {
                    constants.add((Key) field.get(null));
                }
            }
        }
        assertThat(constants)
                .hasSizeGreaterThan(30)
                .allSatisfy(key -> assertThat(Keys.all()).contains(key));
    }

    @Test
    void aNameMeansOneThingInAPlace() {
        Set<String> seen = new HashSet<>();
        for (Key key : Keys.all()) {
            for (Place place : key.places()) {
                assertThat(seen.add(place + " " + key.name().toLowerCase(java.util.Locale.ROOT)))
                        .as(key + " in " + place)
                        .isTrue();
            }
        }
    }

    /** Every name that the specification writes, in sections 3 to 6. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Name",
                "Url",
                "IESPort",
                "Protocol",
                "LogDir",
                "LogMaxFileSize",
                "WriteAlways",
                "AutomaticMappingCorrection",
                "Source",
                "Destination",
                "SeparatorCharacter",
                "DeleteImportFiles",
                "ActivitySource",
                "ActivityDestination",
                "ActivitySeparatorCharacter",
                "DeleteActivityImportFiles",
                "HeaderLines",
                "DateColumn",
                "TimeColumn",
                "TimeStampColumn",
                "DateOrder",
                "GroupColumn",
                "Groups",
                "SubGroupColumn",
                "SubGroups",
                "ColumnNames",
                "Interval",
                "AHTColumn",
                "TimeZone",
                "LogFile",
                "ActivityHeaderLines",
                "ActivityColumn",
                "AgentColumn",
                "ActivityDateOrder",
                "ActivityStartDateColumn",
                "ActivityStartTimeColumn",
                "ActivityEndDateColumn",
                "ActivityEndTimeColumn",
                "ActivityStartTimeStampColumn",
                "ActivityEndTimeStampColumn",
                "ActivityStartTimeStampFormat",
                "ActivityEndTimeStampFormat",
                "ActivityDurationColumn",
                "ActivityTimeSpanType",
                "ActivityIdentifiers",
                "ActivityDescriptions",
                "ActivityColumnNames",
                "LogOffActivities",
                "MinimumActivityDuration",
                "AHTWeightColumn",
                "TimeZone_TimeLink",
                "User",
                "Pwd",
                "Password",
                "QueueSQL",
                "QueueMappingSQL",
                "QueueNameColumn",
                "QueueNameType",
                "CallDataTable",
                "ValueTypes",
                "ValueTypeFunctions",
                "TimeStampType",
                "RetrieveValueTypesUsing",
                "IntervalDuration",
                "QueueSQLSize",
                "ValueTypesSize",
                "QueueMappingSQLSize",
                "SplitAdditionalFieldsSize",
                "ActivitySQLSize",
                "AnythingElseSize",
                "ActivitySQL",
                "AgentActivityTable",
                "ActivityStartTimeStampType",
                "ActivityEndTimeStampType",
                "LocalTimeZone",
                "TrustCertificates"
            })
    void theSpecificationsKeysAreKnown(String name) {
        assertThat(Keys.named(name)).isNotEmpty();
    }

    @Test
    void aNameIsFoundInAnyCaseAndByItsPlace() {
        assertThat(Keys.named("SOURCE")).hasSize(2);
        assertThat(Keys.first("source", Set.of(Place.CSV_CALLS))).contains(CsvCallKeys.SOURCE);
        assertThat(Keys.first("source", Set.of(Place.UNIVERSAL_CALLS))).contains(SystemKeys.DSN);
        assertThat(Keys.first("LogDir", EnumSet.of(Place.CSV_CALLS))).isEmpty();
        assertThat(Keys.named("LogMaxFileSize")).containsExactly(GeneralKeys.LOG_MAX_FILE_SIZE);
    }

    private static Stream<String> keysReadByName(Path source) {
        try {
            String text = Files.readString(source);
            // The reference server's YAML has accessors of the same names.
            if (!text.contains("IniSection")) {
                return Stream.empty();
            }
            return READ_BY_NAME.matcher(text).results().map(result -> result.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
