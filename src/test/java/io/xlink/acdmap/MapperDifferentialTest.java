package io.xlink.acdmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.model.CallPage;
import io.xlink.model.CallTable;
import io.xlink.model.LocalDay;
import io.xlink.model.QueueImport;
import io.xlink.model.QueuePath;
import io.xlink.model.Target;
import io.xlink.model.ValueColumn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The mapper against a second one that knows nothing of its speed: random maps and tables, exact decimals, names looked
 * up again for each value.
 */
class MapperDifferentialTest {
    private static final int ROUNDS = 2_000;
    private static final long SEED = Long.getLong("xlink.seed", 20141223L);
    private static final List<String> SYSTEMS = List.of("A", "B");
    private static final List<String> QUEUES = List.of("q1", "q2", "q3", "q4");
    private static final List<String> VALUE_TYPES = List.of("v", "w", "x");
    /** Around both changes of the clocks, and around a new year. */
    private static final List<String> DAYS =
            List.of("2024-03-30", "2024-03-31", "2024-10-27", "2024-12-31", "2025-01-01");

    private static final List<String> ZONES =
            List.of("Europe/Berlin", "UTC", "Asia/Kolkata", "America/New_York", "Australia/Lord_Howe");

    @Test
    void agreesWithANaiveOracle() {
        for (int round = 0; round < ROUNDS; round++) {
            long seed = SEED + round;
            Random random = new Random(seed);
            AcdMap map = randomMap(random);
            CallDataMapper mapper = new CallDataMapper(map, ImportScripts.read(map), new SharedInMemory());
            Map<String, BigDecimal> reported = new HashMap<>();
            ZoneId zone = ZoneId.of(pick(random, ZONES));
            int interval = List.of(15, 30, 60).get(random.nextInt(3));
            for (int i = random.nextInt(4); i >= 0; i--) {
                Table table = randomTable(random, zone, interval);

                SortedMap<String, Long> actual =
                        flatten(mapper.map(table.callTable()).imports());

                note(table, reported);
                assertThat(actual).as("seed %d (-Dxlink.seed=%d)", seed, seed).isEqualTo(oracle(map, table, reported));
            }
        }
    }

    /** A table and beside it the decimals that its binary fractions stand for. */
    private record Table(CallTable callTable, List<BigDecimal[][]> decimals, ZoneId zone) {}

    private static AcdMap randomMap(Random random) {
        List<Mapping> mappings = new ArrayList<>();
        Set<Target> targets = new LinkedHashSet<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            targets.add(new Target("S" + random.nextInt(2), 1, 10 + random.nextInt(3), random.nextInt(3)));
        }
        int line = 0;
        for (Target target : targets) {
            Set<Source> sources = new LinkedHashSet<>();
            String system = pick(random, SYSTEMS);
            for (int i = random.nextInt(4); i >= 0; i--) {
                String own = random.nextInt(8) == 0 ? pick(random, SYSTEMS) : system;
                sources.add(new Source(own, QueuePath.of(pick(random, QUEUES)), pick(random, VALUE_TYPES)));
            }
            Optional<String> script = random.nextInt(10) == 0 ? Optional.of("$1.BAS") : Optional.empty();
            mappings.add(new Mapping(target, List.copyOf(sources), script, ++line));
        }
        return new AcdMap(Path.of("acd_map.ini"), mappings, List.of(), List.of());
    }

    private static Table randomTable(Random random, ZoneId zone, int interval) {
        List<String> valueTypes = new ArrayList<>(VALUE_TYPES.subList(0, 1 + random.nextInt(3)));
        valueTypes.add("unmapped");
        Collections.shuffle(valueTypes, random);
        List<CallPage> pages = new ArrayList<>();
        List<BigDecimal[][]> decimals = new ArrayList<>();
        List<String> days = new ArrayList<>(DAYS);
        Collections.shuffle(days, random);
        for (String date : days.subList(0, random.nextInt(4))) {
            for (String queue : List.of("q1", "q2", "q3", "unmapped")) {
                if (random.nextInt(4) > 0) {
                    LocalDay day = new LocalDay(LocalDate.parse(date), zone);
                    BigDecimal[][] exact = new BigDecimal[valueTypes.size()][day.intervals(interval)];
                    pages.add(randomPage(random, queue, day, exact));
                    decimals.add(exact);
                }
            }
        }
        return new Table(new CallTable(pick(random, SYSTEMS), interval, valueTypes, pages), decimals, zone);
    }

    private static CallPage randomPage(Random random, String queue, LocalDay day, BigDecimal[][] exact) {
        double[][] columns = new double[exact.length][exact[0].length];
        BitSet present = new BitSet();
        int density = 1 + random.nextInt(6);
        for (int i = 0; i < exact[0].length; i++) {
            if (random.nextInt(density) == 0) {
                present.set(i);
                for (int v = 0; v < exact.length; v++) {
                    exact[v][i] = BigDecimal.valueOf(random.nextInt(2_000_000) - 100_000, random.nextInt(5));
                    columns[v][i] = exact[v][i].doubleValue();
                }
            }
        }
        return new CallPage(QueuePath.of(queue), day, columns, present);
    }

    /** What every source said last about every interval, by names alone. */
    private static void note(Table table, Map<String, BigDecimal> reported) {
        forEachValue(table, (source, date, slot, value) -> reported.put(source + " " + date + " " + slot, value));
    }

    private interface ValueConsumer {
        void accept(Source source, LocalDate date, int slot, BigDecimal value);
    }

    private static void forEachValue(Table table, ValueConsumer consumer) {
        CallTable calls = table.callTable();
        for (int p = 0; p < calls.pages().size(); p++) {
            CallPage page = calls.pages().get(p);
            for (int v = 0; v < calls.valueTypes().size(); v++) {
                Source source = new Source(
                        calls.externalSystem(), page.queue(), calls.valueTypes().get(v));
                BigDecimal[] values = table.decimals().get(p)[v];
                for (int i = 0; i < values.length; i++) {
                    if (values[i] != null) {
                        consumer.accept(source, page.day().date(), i, values[i]);
                    }
                }
            }
        }
    }

    private static SortedMap<String, Long> oracle(AcdMap map, Table table, Map<String, BigDecimal> reported) {
        SortedMap<String, Long> result = new TreeMap<>();
        for (Mapping mapping : map.mappings()) {
            List<Source> own = mapping.sources().stream()
                    .filter(s -> s.system().equals(table.callTable().externalSystem()))
                    .toList();
            boolean shared = own.size() < mapping.sources().size();
            boolean computable = mapping.script().isEmpty()
                    && own.stream().allMatch(s -> table.callTable().valueTypes().contains(s.valueType()));
            if (computable) {
                Map<String, BigDecimal> said = new HashMap<>();
                Set<String> slots = new LinkedHashSet<>();
                forEachValue(table, (source, date, slot, value) -> {
                    if (own.contains(source)) {
                        said.put(source + " " + date + " " + slot, value);
                        slots.add(date + " " + slot);
                    }
                });
                for (String slot : slots) {
                    BigDecimal sum = mapping.sources().stream()
                            .map(s -> (shared ? reported : said).getOrDefault(s + " " + slot, BigDecimal.ZERO))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    result.put(
                            key(mapping.target(), slot, table),
                            sum.movePointRight(2).setScale(0, RoundingMode.DOWN).longValueExact());
                }
            }
        }
        return result;
    }

    private static String key(Target target, String slot, Table table) {
        LocalDate date = LocalDate.parse(slot.split(" ")[0]);
        Instant start = date.atStartOfDay(table.zone())
                .plusMinutes(
                        Long.parseLong(slot.split(" ")[1]) * table.callTable().interval())
                .toInstant();
        return date + " " + target + " " + start;
    }

    private static SortedMap<String, Long> flatten(List<QueueImport> imports) {
        SortedMap<String, Long> result = new TreeMap<>();
        for (QueueImport queueImport : imports) {
            for (ValueColumn column : queueImport.columns()) {
                for (int i = 0; i < column.size(); i++) {
                    Target target =
                            new Target(queueImport.server(), column.parent(), column.queue(), column.valueType());
                    Instant start = Instant.ofEpochSecond(column.start(i) * 60L);
                    Long before = result.put(queueImport.day() + " " + target + " " + start, column.value(i));
                    assertThat(before).as("value delivered twice").isNull();
                }
            }
        }
        return result;
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
