package io.xlink.acdmap.basic;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.acdmap.basic.naive.NaiveScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The compiler against an evaluator that is written after the page: random scripts, random values, and no difference in
 * results, dialogs, reasons of failures and lines of failures.
 */
class ScriptDifferentialTest {
    private static final int SCRIPTS = Integer.getInteger("xlink.test.scripts", 100_000);
    /** Few, because a script that is evaluated wrongly mostly is so at once, and more scripts find more. */
    private static final int EVALUATIONS = 2;

    private static final double[] VALUES = {
        0,
        0,
        1,
        2,
        3,
        5,
        10,
        100,
        0.5,
        1.5,
        2.5,
        -0.5,
        -2.5,
        0.29,
        66.7,
        -1,
        -7,
        1e-7,
        1234.5678,
        32767,
        32768,
        1e9,
        -3e9,
        9.007199254740993e15,
        1e18,
        9.3e18,
        -1e19,
        1e300
    };
    /** So many of those are of a size that figures have. */
    private static final int USUAL = 19;

    @Test
    void agreesWithTheNaiveEvaluator() {
        long seed = Long.getLong("xlink.test.seed", System.nanoTime());
        int results =
                IntStream.range(0, SCRIPTS).parallel().map(i -> agree(seed + i)).sum();
        // Scripts that all fail would agree, too.
        assertThat(results).as("evaluations with a result").isGreaterThan(SCRIPTS * EVALUATIONS / 3);
        assertThat(results).as("evaluations with a result").isLessThan(SCRIPTS * EVALUATIONS);
    }

    /** Compares one script; its seed, given as -Dxlink.test.seed, makes it the first of a run. */
    private static int agree(long seed) {
        Random random = new Random(seed);
        String source = RandomScript.of(random);
        String where = "-Dxlink.test.seed=" + seed;
        Script script;
        NaiveScript naive;
        try {
            script = Script.compile("random", source);
            naive = NaiveScript.parse(source);
        } catch (ScriptException | RuntimeException e) {
            throw new AssertionError(where + " does not compile:\n" + numbered(source), e);
        }
        List<String> dialogs = new ArrayList<>();
        Evaluation evaluation = script.evaluation(dialogs::add);
        int results = 0;
        for (int i = 0; i < EVALUATIONS; i++) {
            double[] paras = random.doubles(4, 0, 1).map(d -> value(random)).toArray();
            int weekday = 1 + random.nextInt(7);
            int minutes = 15 * random.nextInt(96);
            NaiveScript.Outcome outcome = naive.evaluate(paras, weekday, minutes);
            dialogs.clear();
            String actual = Outcomes.of(source, evaluation, dialogs, paras, weekday, minutes);
            String expected = Outcomes.of(source, outcome);
            if (!actual.equals(expected)) {
                assertThat(actual)
                        .as("%s, evaluation %d\n%s", where, i, numbered(source))
                        .isEqualTo(expected);
            }
            results += outcome.failure().isEmpty() ? 1 : 0;
        }
        return results;
    }

    private static double value(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> VALUES[random.nextInt(VALUES.length)];
            case 1 -> random.nextInt(2_000_000) / 100.0 - 5_000;
            case 2 -> random.nextDouble() * 1000;
            case 3 -> random.nextInt(200) / 4.0;
            default -> VALUES[random.nextInt(USUAL)];
        };
    }

    private static String numbered(String source) {
        StringBuilder result = new StringBuilder();
        int line = 0;
        for (String text : source.lines().toList()) {
            result.append(++line).append('\t').append(text).append('\n');
        }
        return result.toString();
    }
}
