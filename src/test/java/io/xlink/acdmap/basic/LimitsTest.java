package io.xlink.acdmap.basic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No script runs or grows without bound, whatever it says. */
@Timeout(60)
class LimitsTest {
    private static Evaluation evaluation(String source) throws ScriptException {
        return Script.compile("$1.BAS", source).evaluation(text -> {});
    }

    private static ScriptFailure failure(String source) throws ScriptException {
        Evaluation evaluation = evaluation(source);
        return catchThrowableOfType(ScriptFailure.class, () -> evaluation.result(new double[0], 1, 0));
    }

    private static long result(String source) throws ScriptException, ScriptFailure {
        return evaluation(source).result(new double[0], 1, 0);
    }

    private static String main(String statements) {
        return "Sub Main()\n" + statements + "\nEnd Sub\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Do: Loop",
                "While True: Wend",
                "Dim i: For i = 1 To 2 Step 0: Next",
                "Dim s As String: Do: s = String(65536, \"a\"): Loop",
                "Dim s As String: s = String(65536, \"a\"): Do: Result = InStr(s, String(30000, \"a\") & \"b\"): Loop"
            })
    void stepLimit(String statements) throws Exception {
        assertThat(failure(main(statements)).reason()).isEqualTo(Reason.STEP_LIMIT);
    }

    @Test
    void aMillionStepsAreAllowed() throws Exception {
        String loop = "Dim i As Long: For i = 1 To %d: Next: Result = i";
        assertThat(result(main(loop.formatted(1_000_000)))).isEqualTo(1_000_001);
        assertThat(failure(main(loop.formatted(1_000_001))).reason()).isEqualTo(Reason.STEP_LIMIT);
    }

    @Test
    void callDepth() throws Exception {
        String calls =
                "Dim n As Long\nSub Deep()\nn = n + 1\nIf n < %d Then Deep\nEnd Sub\nSub Main()\nDeep\nResult = n\nEnd Sub";
        assertThat(result(calls.formatted(100))).isEqualTo(100);
        ScriptFailure failure = failure(calls.formatted(101));
        assertThat(failure.reason()).isEqualTo(Reason.CALL_DEPTH);
        assertThat(failure.problem().line()).isEqualTo(4);
        assertThat(failure.problem().column()).isEqualTo(17);
    }

    @Test
    void textGrowth() throws Exception {
        ScriptFailure failure = failure(main("Dim s$: s = \"a\": Do\ns = s & s\nLoop"));
        assertThat(failure.reason()).isEqualTo(Reason.TEXT_TOO_LONG);
        assertThat(failure.problem().excerpt()).isEqualTo("s = s & s" + System.lineSeparator() + "      ^");
        assertThat(failure.getStackTrace()).isEmpty();
    }

    @Test
    void nesting() throws Exception {
        assertThat(result(main("Result = " + "(".repeat(100) + "1" + ")".repeat(100))))
                .isEqualTo(1);
        assertThat(result(main("If True Then\n".repeat(99) + "Result = 1\n" + "End If\n".repeat(99))))
                .isEqualTo(1);
        refused(
                main("Result = " + "(".repeat(101) + "1" + ")".repeat(101)),
                "parentheses are nested more than 100 deep");
        refused(main("Result = " + "(".repeat(30_000)), "parentheses are nested more than 100 deep");
        refused(main("If True Then\n".repeat(3_000)), "blocks are nested more than 100 deep");
        refused(main("If 1 Then ".repeat(3_000)), "blocks are nested more than 100 deep");
        refused(main("Result = " + "1+".repeat(20_000) + "1"), "more than 500 operators");
        refused(main("Result = " + "Not ".repeat(10_000) + "1"), "more than 500 operators");
        refused(main("Result = " + "- ".repeat(20_000) + "1"), "more than 500 operators");
    }

    @Test
    void size() throws Exception {
        refused(" ".repeat(65_537), "65537 characters");
        refused(main("Result=2/Para1:".repeat(4_300)), "too many to be compiled together");
        StringBuilder variables = new StringBuilder("Dim a0");
        for (int i = 1; i <= 250; i++) {
            variables.append(",a").append(i);
        }
        refused(main(variables.toString()), "more than 250 variables");
        // A text whose bytes no constant of a class file holds.
        assertThat(result(main("Result = Len(\"" + "\u20ac".repeat(60_000) + "\")")))
                .isEqualTo(60_000);
    }

    private static void refused(String source, String what) {
        assertThatThrownBy(() -> Script.compile("$1.BAS", source))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining(what);
    }

    @Test
    void evaluationsOfOneScriptDoNotDisturbEachOther() throws Exception {
        Script script = Script.compile(
                "$1.BAS",
                "Dim n\nSub Add\nn = n + Para1\nEnd Sub\nSub Main\nDim i\nFor i = 1 To 50: Add: Next\nResult = n\nEnd Sub");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Boolean> one = threads.submit(always(script, 1));
            Future<Boolean> other = threads.submit(always(script, 2));
            assertThat(one.get(60, TimeUnit.SECONDS)).isTrue();
            assertThat(other.get(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Boolean> always(Script script, double para) {
        return () -> {
            Evaluation evaluation = script.evaluation(text -> {});
            for (int i = 0; i < 20_000; i++) {
                if (evaluation.result(new double[] {para}, 1, 0) != 50 * para) {
                    return false;
                }
            }
            return true;
        };
    }
}
