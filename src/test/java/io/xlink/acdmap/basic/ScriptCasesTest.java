package io.xlink.acdmap.basic;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.acdmap.basic.naive.NaiveScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every {@code NAME.bas} does what {@code NAME.expected} says; a new case is two new files. What each evaluation is given
 * stands in the script's comments, see {@link CaseInput}.
 */
class ScriptCasesTest {
    private static final Path CASES = Path.of("src/test/resources/basic");

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files
                    .map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".bas"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void doesAsExpected(String name) throws IOException {
        String expected = Files.readString(CASES.resolve(name.replace(".bas", ".expected")));

        assertThat(render(name, Files.readString(CASES.resolve(name)))).isEqualTo(expected);
    }

    /** So that what the differential test trusts was held against values computed by hand. */
    @ParameterizedTest
    @MethodSource("cases")
    void naiveEvaluatorAgrees(String name) throws IOException {
        String source = Files.readString(CASES.resolve(name));
        Optional<Script> script = compiled(name, source);
        if (script.isEmpty()) {
            return; // The naive evaluator knows nothing of errors.
        }
        NaiveScript naive = NaiveScript.parse(source);
        for (CaseInput given : CaseInput.of(source)) {
            assertThat(Outcomes.of(source, naive.evaluate(given.values(), given.weekday(), given.minutes())))
                    .as(given.line())
                    .isEqualTo(Outcomes.of(source, script.get(), given.values(), given.weekday(), given.minutes()));
        }
    }

    private static Optional<Script> compiled(String name, String source) {
        try {
            return Optional.of(Script.compile(name, source));
        } catch (ScriptException e) {
            return Optional.empty();
        }
    }

    /** Errors, or warnings and then each evaluation with its dialogs and its result or failure. */
    static String render(String name, String source) {
        List<String> lines = new ArrayList<>();
        try {
            Script script = Script.compile(name, source);
            script.warnings().forEach(w -> problem(lines, "warning ", w));
            for (CaseInput given : CaseInput.of(source)) {
                lines.add(given.line());
                evaluate(lines, script, given);
            }
        } catch (ScriptException e) {
            e.problems().forEach(p -> problem(lines, "error ", p));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void evaluate(List<String> lines, Script script, CaseInput given) {
        try {
            long result = script.evaluation(text -> lines.add("  says " + text + "|"))
                    .result(given.values(), given.weekday(), given.minutes());
            lines.add("  result " + result);
        } catch (ScriptFailure e) {
            problem(lines, "  " + e.reason() + " ", e.problem());
        }
    }

    private static void problem(List<String> lines, String kind, ScriptProblem problem) {
        lines.add(kind + problem);
        problem.excerpt().lines().forEach(l -> lines.add("      " + l));
    }
}
