package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.config.keys.ImportMode;
import io.xlink.importer.schedule.DayMemory;
import io.xlink.importer.schedule.DaySchedule;
import io.xlink.importer.schedule.Reimport;
import io.xlink.importer.schedule.RunTimes;
import io.xlink.model.ImportKind;
import io.xlink.model.LocalDay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.UnitOfWorkHelper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two years of a contact centre by a simulated clock, with all four changes of the clocks in them: the database, the server and the
 * program are away from one minute to three days now and then, and servers are slow. Afterwards the server holds what a
 * single perfect import would have left.
 */
class TwoYearsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant BEGIN =
            LocalDateTime.parse("2024-01-15T09:07").atZone(BERLIN).toInstant();
    private static final Duration TWO_YEARS = Duration.ofDays(731);
    private static final int QUARTER = 900;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final TreeMap<LocalDate, Instant> memory = new TreeMap<>();
    /** By day: the rows that the server holds, by interval; 0 where there is none. */
    private final TreeMap<LocalDate, long[]> server = new TreeMap<>();

    private Random random;
    private Instant now = BEGIN;
    private Instant serverAwayUntil = BEGIN;
    private Instant databaseAwayUntil = BEGIN;
    private Duration late;
    private int runs;
    private int failures;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theServerHoldsWhatASinglePerfectImportWouldHaveLeft(int seed) {
        random = new Random(seed);
        late = Duration.ofMinutes(random.nextInt(3) * 30L);
        String mode = switch (seed % 3) {
            case 0 -> "daily 02:30";
            case 1 -> "every 15 00:05";
            default -> "every " + random.nextInt(20, 400) + " 00:10";
        };
        Reimport reimport = seed % 4 == 0 ? new Reimport(3, LocalTime.of(2, 30)) : Reimport.NONE;
        Instant end = BEGIN.plus(TWO_YEARS);
        DayWatch watch = start(mode, reimport);
        while (now.isBefore(end)) {
            disturb();
            watch = random.nextInt(4000) == 0 ? restartLater(mode, reimport) : watch;
            step(watch);
        }
        serverAwayUntil = now;
        databaseAwayUntil = now;
        Instant quiet = now.plus(Duration.ofDays(3));
        while (now.isBefore(quiet)) {
            step(watch);
        }
        assertThat(failures).as("failures of %s", mode).isGreaterThan(20);
        assertThat(runs).isGreaterThan(600);
        // The last two days may not have been due.
        LocalDate last = LocalDay.at(now.getEpochSecond(), BERLIN).date().minusDays(2);
        LocalDate first = server.firstKey();
        assertThat(first).isBefore(LocalDate.parse("2024-01-19"));
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            assertThat(server.get(day))
                    .as("seed %d, %s, %s minutes late, day %s", seed, mode, late.toMinutes(), day)
                    .isEqualTo(rows(day, Instant.MAX));
        }
    }

    /** One look of the route, and what comes of it. */
    private void step(DayWatch watch) {
        Exchange exchange = new DefaultExchange(camel);
        LocalDay day = watch.look(exchange);
        if (day == null) {
            now = now.plusSeconds(30 + random.nextInt(60));
        } else {
            importDay(watch, day);
        }
        List<Synchronization> over = exchange.getExchangeExtension().handoverCompletions();
        UnitOfWorkHelper.doneSynchronizations(exchange, over == null ? List.of() : over);
    }

    private void importDay(DayWatch watch, LocalDay day) {
        if (now.isBefore(databaseAwayUntil)) {
            fail(watch);
            return;
        }
        long[] read = rows(day.date(), now);
        // A slow server: up to half an hour for a day.
        now = now.plusSeconds(random.nextInt(10) == 0 ? random.nextInt(1800) : random.nextInt(20));
        if (now.isBefore(serverAwayUntil) || random.nextInt(200) == 0) {
            if (random.nextBoolean()) {
                server.put(day.date(), read); // Stored, but the receipt was lost.
            }
            fail(watch);
            return;
        }
        server.put(day.date(), read);
        if (random.nextInt(500) > 0) {
            watch.imported(day);
            runs++;
        }
    }

    private void fail(DayWatch watch) {
        failures++;
        if (random.nextInt(5) == 0) {
            watch.giveUp();
        } else {
            watch.failed();
        }
    }

    private void disturb() {
        if (random.nextInt(3000) == 0) {
            serverAwayUntil = now.plus(outage());
        }
        if (random.nextInt(3000) == 0) {
            databaseAwayUntil = now.plus(outage());
        }
    }

    private Duration outage() {
        return random.nextInt(4) == 0
                ? Duration.ofMinutes(1 + random.nextInt(72 * 60))
                : Duration.ofMinutes(1 + random.nextInt(60));
    }

    private DayWatch restartLater(String mode, Reimport reimport) {
        now = now.plus(outage());
        return start(mode, reimport);
    }

    /** The program starts; what it had in memory is gone. */
    private DayWatch start(String mode, Reimport reimport) {
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return BERLIN;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        DaySchedule schedule =
                new DaySchedule(new RunTimes(ImportMode.of(mode), BERLIN), 7, late, reimport, new Remembered(), clock);
        Backoff backoff = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10));
        return new DayWatch(
                "ACD",
                ImportKind.CALL_DATA,
                schedule,
                () -> !now.isBefore(serverAwayUntil),
                new Hold(backoff, () -> Duration.between(BEGIN, now).toNanos()),
                new ImportGate(),
                clock,
                () -> {},
                ImportWatch.NONE);
    }

    /** What the database has of a day at a moment: a row is there at the end of its interval, or up to {@code late} later. */
    private long[] rows(LocalDate date, Instant moment) {
        LocalDay day = new LocalDay(date, BERLIN);
        long[] rows = new long[day.intervals(15)];
        for (int i = 0; i < rows.length; i++) {
            long start = day.startEpochSecond() + (long) i * QUARTER;
            long key = new Random(start).nextLong();
            long there = start + QUARTER + Math.floorMod(key, late.toSeconds() + 1);
            rows[i] = there <= moment.getEpochSecond() ? key | 1 : 0;
        }
        return rows;
    }

    private final class Remembered implements DayMemory {
        @Override
        public NavigableMap<LocalDate, Instant> since(LocalDate first) {
            LocalDate from = memory.floorKey(first);
            return new TreeMap<>(memory.tailMap(from == null ? first : from, true));
        }

        @Override
        public void imported(LocalDate day, Instant readFrom) {
            memory.put(day, readFrom);
        }
    }
}
