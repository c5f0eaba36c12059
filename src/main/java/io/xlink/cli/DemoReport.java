package io.xlink.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** Shows what the server holds, and whether it is what was sent. */
final class DemoReport {
    private final Map<String, DemoTotals> sent;
    private final Map<String, DemoTotals> stored;

    DemoReport(Map<String, DemoTotals> sent, Map<String, DemoTotals> stored) {
        this.sent = sent;
        this.stored = stored;
    }

    boolean agrees() {
        return sent.equals(stored);
    }

    void print(PrintWriter out) {
        row(out, "%-14s %10s %10s %10s %8s", "Queue", "Intervals", "Offered", "Handled", "AHT s");
        stored.forEach((queue, totals) -> queue(out, queue, totals));
        out.println();
        DemoTotals all = sum(sent);
        DemoTotals there = sum(stored);
        row(out, "%-14s %10s %10s", "Total", "sent", "stored");
        total(out, "Intervals", all.intervals(), there.intervals());
        total(out, "Offered", all.offered(), there.offered());
        total(out, "Handled", all.handled(), there.handled());
        total(out, "Sum of AHT s", all.aht(), there.aht());
        out.println(agrees() ? "Sent and stored totals agree." : "SENT AND STORED TOTALS DIFFER.");
        out.flush();
    }

    private static DemoTotals sum(Map<String, DemoTotals> totals) {
        return totals.values().stream().reduce(DemoTotals.NONE, DemoTotals::plus);
    }

    private static void queue(PrintWriter out, String queue, DemoTotals totals) {
        row(
                out,
                "%-14s %10d %10d %10d %8.1f",
                queue,
                totals.intervals(),
                totals.offered(),
                totals.handled(),
                totals.averageHandlingTime());
    }

    private static void total(PrintWriter out, String name, long sent, long stored) {
        row(out, "%-14s %10d %10d%s", name, sent, stored, sent == stored ? "" : "   <- differs");
    }

    private static void row(PrintWriter out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
