package io.xlink.source.csv;

import io.xlink.config.IniSections;
import io.xlink.model.CallPage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What reading a file in some way came to, all of it.
 *
 * @param kinds what there was in it
 */
record PlanOutcome(List<String> text, Set<Kind> kinds) {

    enum Kind {
        VALUES,
        BROKEN,
        UNLISTED,
        ERROR
    }

    static PlanOutcome of(Path file, String section, ZoneId zone, ReadPlan plan) {
        CsvCallFormat format = CsvCallFormat.of(IniSections.of(Path.of("test.ini"), section));
        ListedRejects rejects = new ListedRejects();
        List<String> text = new ArrayList<>();
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        try {
            CsvCallResult result = CsvCallReader.read(file, format, "Test", zone, rejects, plan);
            describe(result, text);
            if (!text.isEmpty()) {
                kinds.add(Kind.VALUES);
            }
            text.add(result.charset() + " " + result.rowsRead() + " " + result.rowsImported() + " "
                    + result.rowsRejected() + " " + result.rowsUnlisted() + " "
                    + new ArrayList<>(result.unlisted().entrySet()));
            for (Reject reject : rejects.rejects) {
                text.add(reject.toString());
                kinds.add(Kind.valueOf(reject.kind().name()));
            }
            text.addAll(rejects.omitted);
        } catch (CsvException e) {
            text.add(e.getMessage());
            kinds.add(Kind.ERROR);
        }
        return new PlanOutcome(text, kinds);
    }

    /** Decimals are added in another order in pieces, so that their last bits may differ. */
    private static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(12))
                .setScale(6, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static void describe(CsvCallResult result, List<String> text) {
        for (CallPage page : result.table().pages()) {
            for (int i = page.next(0); i >= 0; i = page.next(i + 1)) {
                StringBuilder line =
                        new StringBuilder(page.queue() + " " + page.day().date() + " " + i);
                for (int v = 0; v < result.table().valueTypes().size(); v++) {
                    line.append(' ').append(number(page.value(v, i)));
                }
                text.add(line.toString());
            }
        }
    }
}
