package io.xlink.source.csv;

import io.xlink.model.CallPage;
import io.xlink.model.CallTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Results as the lines of an {@code .expected} file. */
final class ResultText {
    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx");

    private ResultText() {}

    static List<String> of(CsvCallResult result, List<Reject> rejects) {
        List<String> lines = of(result.table());
        for (CsvNote note : result.notes()) {
            lines.add((note.warning() ? "# warning " : "# info ") + note.text());
        }
        lines.addAll(of(rejects));
        return lines;
    }

    static List<String> of(CallTable table) {
        List<String> lines = new ArrayList<>();
        for (CallPage page : table.pages()) {
            for (int i = page.next(0); i >= 0; i = page.next(i + 1)) {
                for (int v = 0; v < table.valueTypes().size(); v++) {
                    lines.add(String.join(
                            ";",
                            page.queue().toString().replace("\n", "\\n"),
                            table.valueTypes().get(v),
                            start(page, i * table.interval()),
                            number(page.value(v, i))));
                }
            }
        }
        return lines;
    }

    /** The same of a file that is refused: the rejects up to then, and the error without the file's path. */
    static List<String> of(CsvException refusal, List<Reject> rejects) {
        List<String> lines = of(rejects);
        String message = refusal.getMessage();
        lines.add("!! " + refusal.line() + ":" + refusal.column() + " "
                + message.substring(
                        message.indexOf(": ", refusal.file().toString().length()) + 2));
        return lines;
    }

    private static List<String> of(List<Reject> rejects) {
        List<String> lines = new ArrayList<>();
        for (Reject reject : rejects) {
            lines.add("! " + reject.line() + ":" + reject.column() + " " + reject.reason());
        }
        return lines;
    }

    /** With the offset on the days when clocks change, because a local time may happen twice. */
    private static String start(CallPage page, int minute) {
        Instant start = Instant.ofEpochSecond(60L * (page.day().startEpochMinute() + minute));
        ZonedDateTime local = start.atZone(page.day().zone());
        return local.format(page.day().minutes() == 1440 ? PLAIN : EXACT);
    }

    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(6, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
