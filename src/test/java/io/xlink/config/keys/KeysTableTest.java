package io.xlink.config.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The table of keys in docs/configuration.md says what {@link Keys} says. Run with {@code -Dxlink.docs.update=true} to
 * have it written anew.
 */
class KeysTableTest {
    private static final Path DOCUMENT = Path.of("docs/configuration.md");
    private static final String BEGIN = "<!-- keys -->\n";
    private static final String END = "<!-- /keys -->";

    @Test
    void theTableIsThatOfTheProgram() throws IOException {
        String before = Files.readString(DOCUMENT);
        int from = before.indexOf(BEGIN);
        assertThat(from).as(BEGIN).isNotNegative();
        String after = before.substring(0, from + BEGIN.length()) + table() + before.substring(before.indexOf(END));
        if (Boolean.getBoolean("xlink.docs.update")) {
            Files.writeString(DOCUMENT, after);
        } else {
            assertThat(before).as("run this test with -Dxlink.docs.update=true").isEqualTo(after);
        }
    }

    private static String table() {
        return "| key | where | value | without it | meaning | section | effect |\n| --- | --- | --- | --- | --- | --- | --- |\n"
                + Keys.all().stream()
                        .sorted(Comparator.comparing(KeysTableTest::firstPlace))
                        .map(KeysTableTest::row)
                        .collect(Collectors.joining());
    }

    private static Place firstPlace(Key key) {
        return key.places().stream().sorted().findFirst().orElseThrow();
    }

    private static String row(Key key) {
        String where = key.places().containsAll(Place.OF_SYSTEMS)
                ? "any system"
                : key.places().stream().sorted().map(Place::heading).collect(Collectors.joining("; "));
        String unit = key.unit().isEmpty() ? "" : "; " + key.unit();
        String absent = key.absent().map(value -> "`" + value + "`").orElse(key.otherwise());
        String chapter = key.chapter() == 0 ? "ours" : String.valueOf(key.chapter());
        return "| `" + key.name() + "` | " + where + " | " + key.type().words() + unit + " | " + absent + " | "
                + key.meaning() + " | " + chapter + " | " + key.effect().words() + " |\n";
    }
}
