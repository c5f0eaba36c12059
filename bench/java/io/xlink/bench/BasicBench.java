package io.xlink.bench;

import com.sun.management.ThreadMXBean;
import io.xlink.acdmap.basic.ClosureScript;
import io.xlink.acdmap.basic.Evaluation;
import io.xlink.acdmap.basic.Script;
import io.xlink.acdmap.basic.ScriptException;
import io.xlink.acdmap.basic.ScriptFailure;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.SplittableRandom;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;

/**
 * Evaluations a second of one script by one engine, alone in its JVM, so that the JIT compiler can do its best for each.
 * Arguments: {@code ratio} or {@code weights}; {@code java}, {@code compiled}, {@code closures} or {@code rhino}.
 */
public final class BasicBench {
    private static final int ROWS = 1024;
    private static final int ROUNDS = 8;
    private static final double SECONDS_A_ROUND = 0.4;

    private final Evaluation evaluation;
    private final double[][] paras = new double[ROWS][];
    private final int[] weekdays = new int[ROWS];
    private final int[] minutes = new int[ROWS];

    private BasicBench(Evaluation evaluation) {
        this.evaluation = evaluation;
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < ROWS; i++) {
            double offered = random.nextInt(40);
            paras[i] = new double[] {Math.floor(offered * random.nextDouble()), offered};
            weekdays[i] = random.nextInt(1, 8);
            minutes[i] = random.nextInt(96) * 15;
        }
    }

    public static void main(String[] args) throws Exception {
        boolean ratio = args[0].equals("ratio");
        String source = ratio ? BasicScripts.RATIO : BasicScripts.WEIGHTS;
        Evaluation evaluation = switch (args[1]) {
            case "java" -> ratio ? BasicScripts.ratio() : BasicScripts.weights();
            case "compiled" -> Script.compile("$1.BAS", source).evaluation(text -> {});
            case "closures" -> ClosureScript.compile(source);
            case "rhino" -> rhino(ratio ? BasicScripts.RATIO_JS : BasicScripts.WEIGHTS_JS);
            default -> throw new IllegalArgumentException(args[1]);
        };
        new BasicBench(evaluation).run(args[0], args[1]);
    }

    private static Evaluation rhino(String source) throws Exception {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("rhino");
        CompiledScript script = ((Compilable) engine).compile(source);
        script.eval();
        Invocable invocable = (Invocable) engine;
        return (paras, weekday, minutes) -> {
            try {
                return ((Number) invocable.invokeFunction("result", paras[0], paras[1], weekday, minutes)).longValue();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private void run(String script, String engine) throws ScriptException, ScriptFailure {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        double best = Double.MAX_VALUE;
        double bytes = 0;
        long sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long passes = 0;
            long allocated = threads.getThreadAllocatedBytes(thread);
            long begin = System.nanoTime();
            long end = begin + (long) (SECONDS_A_ROUND * 1e9);
            long now = begin;
            while (now < end) {
                sum = pass();
                passes++;
                now = System.nanoTime();
            }
            // Time of the processor says little in so short a round; the best one is the least disturbed.
            best = Math.min(best, (now - begin) / (double) (passes * ROWS));
            bytes = (threads.getThreadAllocatedBytes(thread) - allocated) / (double) (passes * ROWS);
        }
        System.out.printf(Locale.ROOT, "%s %s %.2f %.2f %.0f %d%n", script, engine, 1e3 / best, best, bytes, sum);
    }

    private long pass() throws ScriptFailure {
        long sum = 0;
        for (int i = 0; i < ROWS; i++) {
            sum += evaluation.result(paras[i], weekdays[i], minutes[i]);
        }
        return sum;
    }
}
