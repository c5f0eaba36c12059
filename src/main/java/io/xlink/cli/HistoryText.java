package io.xlink.cli;

import io.xlink.importer.ledger.Answer;
import io.xlink.importer.ledger.Entry;
import io.xlink.importer.ledger.LedgerReader;
import io.xlink.importer.ledger.RanQuery;
import io.xlink.importer.ledger.ReadFile;
import io.xlink.model.ImportKind;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** The ledger as lines for people: what happened when, one line an import. */
final class HistoryText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final ZoneId zone;
    private final PrintWriter out;

    /** @param zone the zone of local time */
    HistoryText(ZoneId zone, PrintWriter out) {
        this.zone = zone;
        this.out = out;
    }

    /** @param ledger where details are to be taken from; empty when there are to be none */
    void write(List<Entry> entries, Optional<LedgerReader> ledger) throws SQLException {
        if (entries.isEmpty()) {
            out.println("no imports");
        }
        for (Entry entry : entries) {
            out.println(line(entry));
            entry.error().ifPresent(error -> out.println("    " + error));
            if (ledger.isPresent()) {
                details(entry, ledger.get());
            }
        }
    }

    private String line(Entry entry) {
        StringBuilder line = new StringBuilder();
        line.append(local(entry.started()))
                .append("  ")
                .append(entry.state())
                .append("  [")
                .append(entry.system())
                .append("] ")
                .append(kind(entry.kind()))
                .append(days(entry.days()))
                .append(": ")
                .append(entry.rows())
                .append(" rows");
        if (entry.files() > 0) {
            line.append(" of ").append(entry.files()).append(entry.files() == 1 ? " file" : " files");
        }
        line.append(", ").append(entry.stored()).append(" stored");
        count(line, entry.rejected(), "rows rejected");
        count(line, entry.refused(), "refused by the server");
        count(line, entry.notComputed(), "not computed");
        count(line, entry.attempts() > 1 ? entry.attempts() : 0, "attempts");
        entry.ended().ifPresent(ended -> line.append(", ").append(seconds(Duration.between(entry.started(), ended))));
        return line.toString();
    }

    private static void count(StringBuilder line, long number, String what) {
        if (number > 0) {
            line.append(", ").append(number).append(' ').append(what);
        }
    }

    private void details(Entry entry, LedgerReader ledger) throws SQLException {
        if (!entry.mapping().isEmpty()) {
            out.println("    mappings " + entry.mapping());
        }
        for (ReadFile file : ledger.files(entry.id())) {
            out.println("    " + file.path() + ": " + file.size() + " bytes of " + local(file.modified()) + ", "
                    + file.rows() + " rows, " + file.rejected() + " rejected"
                    + file.sha256().map(sum -> ", sha256 " + sum).orElse(""));
        }
        for (RanQuery query : ledger.statements(entry.id())) {
            out.println("    " + query.rows() + " rows: " + query.text());
        }
        for (Answer answer : ledger.answers(entry.id())) {
            out.println("    receipt " + answer.importId() + " of " + answer.server() + " for " + answer.day() + ": "
                    + answer.stored() + " stored, " + answer.refused() + " refused");
        }
    }

    private String local(Instant time) {
        return time.atZone(zone).format(TIME);
    }

    private static String seconds(Duration duration) {
        long tenths = (duration.toMillis() + 50) / 100;
        return tenths / 10 + "." + tenths % 10 + " s";
    }

    private static String days(SortedSet<LocalDate> days) {
        if (days.isEmpty()) {
            return "";
        }
        return days.size() == 1
                ? " " + days.first()
                : " " + days.first() + " to " + days.last() + " (" + days.size() + " days)";
    }

    static String kind(ImportKind kind) {
        return kind == ImportKind.CALL_DATA ? "call-data" : "activities";
    }
}
