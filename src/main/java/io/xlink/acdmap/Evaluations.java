package io.xlink.acdmap;

import io.xlink.acdmap.basic.Evaluation;
import io.xlink.acdmap.basic.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scripts that one table needs, ready to be evaluated by one thread, and what their dialogs said. */
final class Evaluations {
    /** A script that speaks for each interval of a year must not fill the log. */
    private static final int SHOWN = 20;

    private final Map<Script, Evaluation> evaluations = new HashMap<>();
    private final Map<String, Integer> dialogs = new LinkedHashMap<>();
    private long more;

    Evaluation of(Script script) {
        return evaluations.computeIfAbsent(script, s -> s.evaluation(text -> said(s, text)));
    }

    private void said(Script script, String text) {
        String line = script.name() + " says: " + text;
        if (dialogs.containsKey(line) || dialogs.size() < SHOWN) {
            dialogs.merge(line, 1, Integer::sum);
        } else {
            more++;
        }
    }

    /** Each text once, with how often it was said. */
    List<String> dialogs() {
        List<String> lines = new ArrayList<>();
        dialogs.forEach((line, times) -> lines.add(times == 1 ? line : line + " (" + times + " times)"));
        if (more > 0) {
            lines.add("and " + more + " dialogs more");
        }
        return lines;
    }
}
