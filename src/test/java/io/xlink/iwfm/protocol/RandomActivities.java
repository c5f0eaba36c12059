package io.xlink.iwfm.protocol;

import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityImport;
import io.xlink.model.LocalDay;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Imports of activities for tests. */
final class RandomActivities {
    static final LocalDay DAY = new LocalDay(LocalDate.of(2014, 12, 23), ZoneId.of("Europe/Berlin"));

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Pacific/Kiritimati"),
            ZoneId.of("Etc/GMT+12"),
            ZoneId.of("America/St_Johns"));

    private RandomActivities() {}

    static ActivityImport day(ActivityColumn... columns) {
        return ActivityImport.of(UUID.randomUUID(), "WFM", "CSV-Import", DAY, List.of(columns));
    }

    /** So many agents with a login and a few talks each; what they are depends on the seed. */
    static ActivityImport day(int agents, int talks, long seed) {
        ActivityColumn[] columns = new ActivityColumn[2 * agents];
        for (int a = 0; a < agents; a++) {
            long[] starts = new long[talks];
            int[] seconds = new int[talks];
            for (int i = 0; i < talks; i++) {
                starts[i] = DAY.startEpochSecond() + 7 * i + a;
                seconds[i] = (int) (1 + (seed + i) % 1000);
            }
            columns[2 * a] = new ActivityColumn(
                    "agent" + a, "login", new long[] {DAY.startEpochSecond()}, new int[] {(int) (1 + seed % 1000)});
            columns[2 * a + 1] = new ActivityColumn("agent" + a, "talk", starts, seconds);
        }
        return day(columns);
    }

    /** Anything that the protocol can carry: days, texts, sizes and durations of all kinds. */
    static ActivityImport any(Random random) {
        LocalDay day = new LocalDay(
                LocalDate.of(1970 + random.nextInt(230), 1 + random.nextInt(12), 2 + random.nextInt(27)),
                ZONES.get(random.nextInt(ZONES.size())));
        List<ActivityColumn> columns = new ArrayList<>();
        int agents = random.nextInt(40);
        for (int a = 0; a < agents; a++) {
            String agent = a + text(random, 0, random.nextInt(20) == 0 ? 990 : 12);
            if (random.nextInt(10) == 0) {
                columns.add(ActivityColumn.none(agent));
            }
            int activities = random.nextInt(4);
            for (int i = 0; i < activities; i++) {
                String activity = i + text(random, 0, random.nextInt(20) == 0 ? 990 : 12);
                columns.add(column(random, day, agent, activity));
            }
        }
        return ActivityImport.of(
                new UUID(random.nextLong(), random.nextLong()), "WFM", text(random, 1, 1000), day, columns);
    }

    private static ActivityColumn column(Random random, LocalDay day, String agent, String activity) {
        int size = random.nextInt(50) == 0 ? random.nextInt(20_000) : random.nextInt(8);
        long[] starts = random.longs(size, day.startEpochSecond(), day.startEpochSecond() + 60L * day.minutes())
                .sorted()
                .distinct()
                .toArray();
        int[] seconds = random.ints(starts.length, 1, random.nextBoolean() ? 1000 : ActivityColumn.LONGEST + 1)
                .toArray();
        return new ActivityColumn(agent, activity, starts, seconds);
    }

    /** So many UTF-16 units of one, two and three bytes in UTF-8, and pairs of them of four. */
    private static String text(Random random, int least, int most) {
        int length = least + random.nextInt(most - least + 1);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            int[] kinds = {'a', 0, 0xe4, 0x4e2d, 0x1f600};
            int kind = kinds[random.nextInt(kinds.length)];
            text.appendCodePoint(text.length() + 1 == length && kind > 0xffff ? 'z' : kind);
        }
        return text.toString();
    }
}
