package io.xlink.acdmap.basic;

import io.xlink.acdmap.basic.naive.NaiveScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What came of an evaluation, in the words that both evaluators share. Of a failure that is its reason and the line on
 * which its statement begins; where the steps run out is nobody's business but the counter's, so that has no line.
 */
final class Outcomes {
    private static final String STEPS = "step limit";

    private Outcomes() {}

    static String of(String source, NaiveScript.Outcome naive) {
        return naive.failure().isEmpty()
                ? naive.dialogs() + " result " + naive.result()
                : naive.dialogs() + " " + failure(source, naive.failure(), naive.line());
    }

    static String of(String source, Script script, double[] paras, int weekday, int minutes) {
        List<String> dialogs = new ArrayList<>();
        return of(source, script.evaluation(dialogs::add), dialogs, paras, weekday, minutes);
    }

    /** For an evaluation that is used again and tells its dialogs to the given list. */
    static String of(
            String source, Evaluation evaluation, List<String> dialogs, double[] paras, int weekday, int minutes) {
        try {
            long result = evaluation.result(paras, weekday, minutes);
            return dialogs + " result " + result;
        } catch (ScriptFailure e) {
            String reason = e.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return dialogs + " " + failure(source, reason, e.problem().line());
        }
    }

    private static String failure(String source, String reason, int line) {
        return reason.equals(STEPS) ? reason : reason + " at line " + statement(source, line);
    }

    /** Where a statement begins that goes on in the given line. */
    private static int statement(String source, int line) {
        List<String> lines = source.lines().toList();
        int first = line;
        while (first > 1 && lines.get(first - 2).endsWith(" _")) {
            first--;
        }
        return first;
    }
}
