package io.xlink.importer;

import java.util.ArrayList;
import java.util.List;

/** What is told of a step of an import by hand. */
final class TurnResult {
    private TurnResult() {}

    /** A step with receipts for everything. */
    static Turn.Step of(String what, long rows, long rejected, Delivery delivery, List<String> notes) {
        StringBuilder text = new StringBuilder(what + ": " + rows + " rows read, " + delivery.stored() + " stored");
        count(text, rejected, "rows rejected");
        count(text, delivery.rejected(), "refused by the server");
        count(text, delivery.failedIntervals(), "could not be computed");
        boolean partly = rejected + delivery.rejected() + delivery.failedIntervals() > 0;
        return new Turn.Step(text.toString(), partly, notes);
    }

    /**
     * A step of a dry run.
     *
     * @param differences what {@link DryRun} found
     */
    static Turn.Step dry(String what, long rows, List<String> notes, List<?> differences) {
        List<String> more = new ArrayList<>(notes);
        boolean any = false;
        for (Object one : differences) {
            if (one instanceof Difference difference) {
                any |= difference.isAny();
                more.addAll(difference.lines());
            }
        }
        String text =
                what + ": " + rows + " rows read, " + (any ? "would change what the servers hold" : "no difference");
        return new Turn.Step(text, false, more);
    }

    private static void count(StringBuilder text, long number, String what) {
        if (number > 0) {
            text.append(", ").append(number).append(' ').append(what);
        }
    }
}
