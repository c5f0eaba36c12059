package io.xlink.acdmap.basic;

import java.util.List;
import java.util.stream.Collectors;

/** A script does not compile. */
public final class ScriptException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<ScriptProblem> problems;

    ScriptException(List<ScriptProblem> problems) {
        super(problems.stream().map(ScriptProblem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the text; at least one, at most 20. */
    public List<ScriptProblem> problems() {
        return problems;
    }
}
