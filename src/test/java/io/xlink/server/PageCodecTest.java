package io.xlink.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlink.server.page.StoredPage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bytes of a page are those of the generated class, and damaged ones are refused. */
class PageCodecTest {
    private static final long SEED = 20_261_126;
    private static final int ROUNDS = 20_000;
    private static final int[] MINUTES = {1, 5, 15, 30, 60, 1440};

    @Test
    void writesAndReadsWhatTheGeneratedClassDoes() throws Exception {
        Random random = new Random(SEED);
        PageCodec codec = new PageCodec();
        for (int round = 0; round < ROUNDS; round++) {
            int day = random.nextInt(-2_000, 30_000);
            Intervals intervals = intervals(random, day);
            byte[] bytes = codec.encode(day, intervals, 0, intervals.size());
            StoredPage page = StoredPage.parseFrom(bytes);
            assertThat(page.toByteArray()).as("round %d", round).isEqualTo(bytes);
            assertThat(shown(day, page)).as("round %d", round).isEqualTo(shown(intervals));
            Intervals.Builder read = new Intervals.Builder(0);
            codec.decode(day, bytes, read);
            assertThat(shown(read.build())).as("round %d", round).isEqualTo(shown(intervals));
        }
    }

    @Test
    void refusesDamagedBytesWithoutReadingBeyondThem() {
        Random random = new Random(SEED);
        PageCodec codec = new PageCodec();
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Intervals intervals = intervals(random, 0);
            byte[] bytes = codec.encode(0, intervals, 0, intervals.size());
            byte[] damaged = Arrays.copyOf(bytes, random.nextInt(bytes.length + 2));
            for (int i = random.nextInt(3); i > 0 && damaged.length > 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                codec.decode(0, damaged, new Intervals.Builder(0));
            } catch (StoreException e) {
                assertThat(e).hasMessageContaining("Restore a backup");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(ROUNDS / 2);
    }

    @Test
    void refusesMoreIntervalsThanValuesAndMoreValuesThanIntervals() {
        StoredPage.Run two = StoredPage.Run.newBuilder()
                .setStart(60)
                .setMinutes(15)
                .setIntervals(2)
                .build();
        byte[] one = StoredPage.newBuilder().addRuns(two).addValues(7).build().toByteArray();
        byte[] three = StoredPage.newBuilder()
                .addRuns(two)
                .addAllValues(java.util.List.of(1L, 2L, 3L))
                .build()
                .toByteArray();
        assertThatThrownBy(() -> new PageCodec().decode(0, one, new Intervals.Builder(0)))
                .hasMessageContaining("more intervals than values");
        assertThatThrownBy(() -> new PageCodec().decode(0, three, new Intervals.Builder(0)))
                .hasMessageContaining("more values than intervals");
    }

    private static Intervals intervals(Random random, int day) {
        Intervals.Builder intervals = new Intervals.Builder(0);
        int minute = random.nextInt(3) * random.nextInt(600);
        while (minute < Intervals.DAY && random.nextInt(120) > 0) {
            int minutes = MINUTES[random.nextInt(20) == 0 ? random.nextInt(MINUTES.length) : 2];
            intervals.add(day * Intervals.DAY + minute, minutes, value(random));
            minute += minutes + (random.nextInt(15) == 0 ? random.nextInt(200) : 0);
        }
        return intervals.build();
    }

    private static long value(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> 0;
            case 1 -> random.nextLong();
            case 2 -> -random.nextInt(1_000_000);
            default -> random.nextInt(100_000);
        };
    }

    private static String shown(Intervals intervals) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < intervals.size(); i++) {
            shown.append(intervals.start(i)).append('+').append(intervals.minutes(i));
            shown.append('=').append(intervals.value(i)).append(' ');
        }
        return shown.toString();
    }

    private static String shown(int day, StoredPage page) {
        StringBuilder shown = new StringBuilder();
        int value = 0;
        for (StoredPage.Run run : page.getRunsList()) {
            for (int i = 0; i < run.getIntervals(); i++) {
                shown.append(day * Intervals.DAY + run.getStart() + i * run.getMinutes());
                shown.append('+').append(run.getMinutes());
                shown.append('=').append(page.getValues(value++)).append(' ');
            }
        }
        return shown.toString();
    }
}
