package io.xlink.acdmap.basic;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.xlink.FuzzAllowance;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;

/** Any text as a script; docs/testing.md tells how to run these. */
class ScriptFuzzTest {
    /** A million steps make at most 64 million characters; most of them are gone before the next come. */
    private static final FuzzAllowance ALLOWANCE = new FuzzAllowance(512L << 20, 10);

    @FuzzTest(maxDuration = "10m")
    void anyText(byte[] bytes) {
        String source = new String(bytes, StandardCharsets.ISO_8859_1);
        ALLOWANCE.within(() -> take(source));
    }

    /** A correct script with pieces of it cut out, doubled or replaced. */
    @FuzzTest(maxDuration = "10m")
    void lines(FuzzedDataProvider data) {
        StringBuilder source = new StringBuilder(RandomScript.of(new Random(data.consumeLong())));
        for (int i = data.consumeInt(0, 4); i > 0; i--) {
            int from = data.consumeInt(0, source.length());
            int to = data.consumeInt(from, Math.min(source.length(), from + 20));
            switch (data.consumeInt(0, 2)) {
                case 0 -> source.delete(from, to);
                case 1 -> source.insert(from, source.substring(from, to));
                default -> source.replace(from, to, data.consumeString(12));
            }
        }
        ALLOWANCE.within(() -> take(source.toString()));
    }

    private static void take(String source) {
        try {
            Script script = Script.compile("fuzzed", source);
            script.warnings().forEach(w -> told(source, w));
            Evaluation evaluation = script.evaluation(Objects::requireNonNull);
            evaluate(source, evaluation, 1, 2, 480);
            evaluate(source, evaluation, -2.5, 7, 1439);
        } catch (ScriptException e) {
            assertThat(e.problems()).isNotEmpty().hasSizeLessThanOrEqualTo(20);
            e.problems().forEach(p -> told(source, p));
        }
    }

    private static void evaluate(String source, Evaluation evaluation, double para, int weekday, int minutes) {
        try {
            assertThat(evaluation.result(new double[] {para, 0, 1e300}, weekday, minutes))
                    .isBetween(Long.MIN_VALUE, Long.MAX_VALUE);
        } catch (ScriptFailure e) {
            assertThat(e.reason()).isNotNull();
            told(source, e.problem());
        }
    }

    /** Where a problem is said to be, there must be something to look at. */
    private static void told(String source, ScriptProblem problem) {
        int lines = source.split("\r\n|\n|\r", -1).length;
        assertThat(problem.line()).isBetween(1, lines + 1);
        assertThat(problem.column()).isBetween(1, problem.source().length() + 1);
        assertThat(problem.what()).isNotBlank();
        assertThat(problem.excerpt()).endsWith("^");
    }
}
