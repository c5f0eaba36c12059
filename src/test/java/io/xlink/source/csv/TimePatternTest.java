package io.xlink.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random patterns, in which java.time writes random times. */
class TimePatternTest {
    private static final long SEED = Long.getLong("xlink.test.seed", 5);
    private static final List<String> SEPARATORS = List.of("", "", "-", "/", ".", ":", " ", ", ");

    @Test
    void readsWhatIsWrittenByTheSamePattern() throws Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            String java = pattern(random);
            String ours =
                    java.replace("a", random.nextBoolean() ? "tt" : "AM/PM").replace("'T'", "T");
            ours = random.nextBoolean() ? ours.toUpperCase(Locale.ROOT) : ours.toLowerCase(Locale.ROOT);
            LocalDateTime time = LocalDateTime.of(1970, 1, 1, 0, 0)
                    .plusDays(random.nextInt(36_000))
                    .plusSeconds(random.nextInt(86_400));
            String text = DateTimeFormatter.ofPattern(java, Locale.ENGLISH).format(time);
            LocalDateTime written = java.contains("ss") ? time : time.withSecond(0);
            TimePattern.Values values = new TimePattern.Values();
            values.clear();
            TimePattern.of(ours).read(text.toCharArray(), 0, text.length(), values);

            assertThat(LocalDateTime.ofEpochSecond(values.day() * 86_400 + values.second(), 0, ZoneOffset.UTC))
                    .as(ours + " " + text + " seed " + SEED)
                    .isEqualTo(written);
        }
    }

    private static String pattern(Random random) {
        List<String> date = new ArrayList<>(List.of("dd", "MM", "yyyy"));
        Collections.shuffle(date, random);
        String between = SEPARATORS.get(random.nextInt(SEPARATORS.size()));
        String colon = SEPARATORS.get(random.nextInt(SEPARATORS.size()));
        boolean half = random.nextInt(3) == 0;
        String time =
                (half ? "hh" : "HH") + colon + "mm" + (random.nextBoolean() ? colon + "ss" : "") + (half ? " a" : "");
        String joint = List.of(" ", "'T'", "").get(random.nextInt(3));
        String day = String.join(between, date);
        // Minute and month side by side could not be told apart.
        return random.nextInt(4) == 0 && !joint.isEmpty() ? time + joint + day : day + joint + time;
    }
}
