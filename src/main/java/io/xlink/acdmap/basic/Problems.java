package io.xlink.acdmap.basic;

import io.xlink.config.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is found wrong while a script is compiled. Keeps the first 20 errors and as many warnings. */
final class Problems {
    static final int MOST = 20;
    /** Comparing longer names costs more than it helps. */
    private static final int LONGEST_MISTYPED = 40;

    private final SourceText source;
    private final List<ScriptProblem> errors = new ArrayList<>();
    private final List<ScriptProblem> warnings = new ArrayList<>();
    private int errorsFound;

    Problems(SourceText source) {
        this.source = source;
    }

    void error(int at, String what, String remedy) {
        errorsFound++;
        add(errors, at, what, remedy);
    }

    void warn(int at, String what, String remedy) {
        add(warnings, at, what, remedy);
    }

    private void add(List<ScriptProblem> list, int at, String what, String remedy) {
        if (list.size() < MOST) {
            list.add(source.problem(at, what, remedy));
        }
    }

    /** The remedy for an unknown name: the one that was probably meant, or else what to do without it. */
    String remedy(String unknown, Supplier<? extends Collection<String>> known, String otherwise) {
        // Comparing names is dear where a script has thousands; after the last problem that counts nobody reads it.
        if (errors.size() >= MOST || warnings.size() >= MOST) {
            return otherwise;
        }
        return near(unknown, known.get()).orElse(otherwise);
    }

    /** A question for the known name that was probably meant by an unknown one. */
    static Optional<String> near(String unknown, Collection<String> known) {
        return unknown.length() > LONGEST_MISTYPED
                ? Optional.empty()
                : NearestName.of(unknown, known).map(near -> "Did you mean " + near + "?");
    }

    int line(int at) {
        return source.line(at);
    }

    /** Number of errors, those included that are not kept. */
    int errorsFound() {
        return errorsFound;
    }

    List<ScriptProblem> errors() {
        return inOrder(errors);
    }

    List<ScriptProblem> warnings() {
        return inOrder(warnings);
    }

    private static List<ScriptProblem> inOrder(List<ScriptProblem> list) {
        return list.stream()
                .sorted(Comparator.comparingInt(ScriptProblem::line).thenComparingInt(ScriptProblem::column))
                .toList();
    }
}
