package io.xlink.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A month of call data as a small contact centre would have it: busy mornings, quiet Saturdays, closed Sundays. The
 * same month always has the same figures. It keeps count of what it writes, independently of the importer.
 */
final class DemoData {
    /** The queues, with the calls that the busiest quarter of an hour of a weekday brings. */
    static final Map<String, Integer> QUEUES = queues();

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final int OPENS = 7;
    private static final int CLOSES = 20;

    private final YearMonth month;
    private final Map<String, DemoTotals> totals = new LinkedHashMap<>();

    DemoData(YearMonth month) {
        this.month = month;
        QUEUES.keySet().forEach(queue -> totals.put(queue, DemoTotals.NONE));
    }

    private static Map<String, Integer> queues() {
        Map<String, Integer> queues = new LinkedHashMap<>();
        queues.put("Sales_DE", 24);
        queues.put("Sales_EN", 15);
        queues.put("Support_DE", 38);
        queues.put("Support_EN", 21);
        queues.put("Billing", 12);
        queues.put("Complaints", 5);
        return queues;
    }

    /** What was written so far, by queue. */
    Map<String, DemoTotals> totals() {
        return totals;
    }

    LocalDate first() {
        return month.atDay(1);
    }

    LocalDate last() {
        return month.atEndOfMonth();
    }

    /** Writes one file a day into the folder, each by renaming, and returns how many. */
    int write(Path folder) throws IOException {
        Files.createDirectories(folder);
        int files = 0;
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                continue;
            }
            Path part = folder.resolve("calls-" + day + ".csv.part");
            Files.writeString(part, file(day));
            Files.move(part, folder.resolve("calls-" + day + ".csv"), StandardCopyOption.ATOMIC_MOVE);
            files++;
        }
        return files;
    }

    private String file(LocalDate day) {
        Random random = new Random(day.toEpochDay());
        StringBuilder rows = new StringBuilder("Queue;Date;Time;CallsOffered;CallsHandled;AHT\n");
        boolean saturday = day.getDayOfWeek() == DayOfWeek.SATURDAY;
        for (int quarter = OPENS * 4; quarter < (saturday ? 14 : CLOSES) * 4; quarter++) {
            for (Map.Entry<String, Integer> queue : QUEUES.entrySet()) {
                int offered = offered(random, queue.getValue() * (saturday ? 0.4 : 1), quarter / 4.0);
                int handled = offered - lost(random, offered);
                int aht = handled == 0 ? 0 : 150 + random.nextInt(120);
                rows.append(queue.getKey()).append(';').append(DATE.format(day)).append(';');
                rows.append(String.format("%02d:%02d", quarter / 4, quarter % 4 * 15));
                rows.append(';')
                        .append(offered)
                        .append(';')
                        .append(handled)
                        .append(';')
                        .append(aht)
                        .append('\n');
                totals.merge(queue.getKey(), DemoTotals.of(offered, handled, aht), DemoTotals::plus);
            }
        }
        return rows.toString();
    }

    /** Two humps, before and after lunch, with some noise. */
    private static int offered(Random random, double peak, double hour) {
        double morning = Math.exp(-Math.pow((hour - 10.25) / 1.8, 2));
        double afternoon = 0.8 * Math.exp(-Math.pow((hour - 15.0) / 2.2, 2));
        double expected = peak * Math.max(morning, afternoon);
        return (int) Math.max(0, Math.round(expected + random.nextGaussian() * Math.sqrt(expected)));
    }

    private static int lost(Random random, int offered) {
        int lost = 0;
        for (int call = 0; call < offered; call++) {
            lost += random.nextInt(100) < 6 ? 1 : 0;
        }
        return lost;
    }

    static List<String> columns() {
        return List.of("CallsOffered", "CallsHandled", "AHT");
    }
}
