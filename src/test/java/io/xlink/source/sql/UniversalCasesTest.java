package io.xlink.source.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.xlink.config.IniFile;
import io.xlink.config.IniSection;
import io.xlink.config.KeyCheck;
import io.xlink.config.SystemKind;
import io.xlink.model.CallPage;
import io.xlink.model.CallTable;
import io.xlink.model.LocalDay;
import io.xlink.source.csv.AgentActivities;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The documented example and every preset on every database (specification, section 5): a section, a script that makes
 * its tables, and what must come out of the days that the expected file names. Local time is UTC.
 */
class UniversalCasesTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Path PRESETS = Path.of("conf/presets");
    private static final ZoneId ZONE = ZoneId.of("UTC");

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        List<Path> cases = new ArrayList<>();
        for (String folder : List.of("universal", "presets")) {
            try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".sql")).sorted().forEach(cases::add);
            }
        }
        assertThat(cases).hasSizeGreaterThan(6);
        return cases.stream()
                .flatMap(script -> Arrays.stream(TestSource.values())
                        .map(source -> dynamicTest(
                                script.getParent().getFileName() + "/" + script.getFileName() + " " + source,
                                () -> run(script, source))));
    }

    private static void run(Path script, TestSource source) throws Exception {
        TestSource.Database database = source.open();
        database.run(statements(Files.readString(script)));
        IniSection section = IniFile.read(configuration(script)).sections().get(0);
        List<String> expected = Files.readAllLines(sibling(script, ".expected"));
        List<String> found = new ArrayList<>();
        try (Connection connection = database.connect()) {
            for (String line : expected) {
                if (line.startsWith("day ")) {
                    found.add(line);
                    found.addAll(day(connection, section, new LocalDay(LocalDate.parse(line.substring(4)), ZONE)));
                }
            }
        }
        assertThat(found).containsExactlyElementsOf(expected);
    }

    static List<String> statements(String script) {
        return Arrays.stream(script.split(";\\s*\\R"))
                .map(sql -> sql.replaceAll("(?m)^--.*$", "").strip())
                .filter(sql -> !sql.isEmpty())
                .toList();
    }

    /** Presets stand where administrators copy them from. */
    private static Path configuration(Path script) {
        Path beside = sibling(script, ".ini");
        return Files.exists(beside) ? beside : PRESETS.resolve(beside.getFileName());
    }

    private static Path sibling(Path script, String ending) {
        return script.resolveSibling(script.getFileName().toString().replace(".sql", ending));
    }

    private static List<String> day(Connection connection, IniSection section, LocalDay day) throws Exception {
        List<String> lines = new ArrayList<>();
        UniversalCalls calls = new UniversalCalls(UniversalCallFormat.of(section));
        CallRead read = calls.read(connection, day, calls.queues(connection));
        assertThat(read.notes()).isEmpty();
        lines.addAll(calls(read.table()));
        if (SystemKind.of(section).places().size() > 1) {
            ActivityRead agents = new UniversalActivities(UniversalActivityFormat.of(section)).read(connection, day);
            assertThat(agents.notes()).isEmpty();
            lines.addAll(activities(agents.activities()));
        }
        return lines;
    }

    /** One line a queue and interval: {@code queue HH:MM name=value ...}. */
    static List<String> calls(CallTable table) {
        List<String> lines = new ArrayList<>();
        table.pages().stream()
                .sorted(Comparator.comparing(page -> page.queue().toString()))
                .forEach(page -> {
                    for (int i = page.next(0); i >= 0; i = page.next(i + 1)) {
                        lines.add(page.queue() + " " + LocalTime.ofSecondOfDay(i * table.interval() * 60L)
                                + values(table, page, i));
                    }
                });
        return lines;
    }

    private static String values(CallTable table, CallPage page, int interval) {
        StringBuilder line = new StringBuilder();
        for (int type = 0; type < table.valueTypes().size(); type++) {
            line.append(' ')
                    .append(table.valueTypes().get(type))
                    .append('=')
                    .append(BigDecimal.valueOf(page.value(type, interval))
                            .stripTrailingZeros()
                            .toPlainString());
        }
        return line.toString();
    }

    /** One line an activity: {@code agent id activity HH:MM:SS seconds}; those without length are left out. */
    static List<String> activities(AgentActivities rows) {
        TreeSet<String> lines = new TreeSet<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.seconds(i) > 0) {
                String time = Instant.ofEpochSecond(rows.start(i))
                        .atZone(ZONE)
                        .toLocalTime()
                        .format(DateTimeFormatter.ISO_LOCAL_TIME);
                lines.add("agent " + rows.agent(i) + " " + rows.activity(i) + " " + time + " " + rows.seconds(i));
            }
        }
        return List.copyOf(lines);
    }

    /** An administrator who copies a preset is told of no mistake in it. */
    @TestFactory
    Stream<DynamicTest> presetsHaveNoUnknownKeys() throws IOException {
        try (Stream<Path> files = Files.list(PRESETS)) {
            return files.filter(file -> file.toString().endsWith(".ini")).sorted().toList().stream()
                    .map(file -> dynamicTest(file.getFileName().toString(), () -> {
                        IniFile preset = IniFile.read(file);
                        assertThat(KeyCheck.names(preset)).isEmpty();
                        assertThat(KeyCheck.values(preset.sections().get(0))).isEmpty();
                    }));
        }
    }
}
