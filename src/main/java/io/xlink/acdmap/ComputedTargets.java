package io.xlink.acdmap;

import io.xlink.acdmap.SystemPlan.SourcePlan;
import io.xlink.acdmap.SystemPlan.TargetPlan;
import io.xlink.acdmap.basic.Evaluation;
import io.xlink.acdmap.basic.ScriptFailure;
import io.xlink.model.CallPage;
import io.xlink.model.ValueColumn;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.BitSet;
import java.util.List;

/**
 * Computes targets interval by interval from the values of their sources: those with a script, and those that several
 * external systems make up. A day's sums of one system are quicker by {@link TargetSums}.
 */
final class ComputedTargets {
    private final DayColumns day;
    private final Evaluations evaluations;
    private final Failures failures;
    /** 1 = Sunday to 7 = Saturday. */
    private final int weekday;
    /** Minutes since local midnight by interval. */
    private final int[] minutes;

    ComputedTargets(DayColumns day, Evaluations evaluations, Failures failures) {
        this.day = day;
        this.evaluations = evaluations;
        this.failures = failures;
        this.weekday = day.day().date().getDayOfWeek().getValue() % 7 + 1;
        this.minutes = new int[day.size()];
        for (int i = 0; i < minutes.length; i++) {
            Instant start = Instant.ofEpochSecond(day.start(i) * 60L);
            minutes[i] = LocalTime.ofInstant(start, day.day().zone()).get(ChronoField.MINUTE_OF_DAY);
        }
    }

    /** The target's values, of which there are none when its sources in the table have no data on this day. */
    ValueColumn of(TargetPlan target) {
        BitSet present = day.reported(target);
        TargetColumn column = new TargetColumn(target.target(), day.interval(), present.cardinality());
        double[][] sources = columns(target);
        double[] paras = new double[sources.length];
        Evaluation evaluation = target.script().map(evaluations::of).orElse(null);
        for (int i = present.nextSetBit(0); i >= 0; i = present.nextSetBit(i + 1)) {
            for (int s = 0; s < paras.length; s++) {
                paras[s] = sources[s][i];
            }
            if (evaluation == null) {
                sum(target, i, paras, column);
            } else {
                evaluate(target, i, paras, evaluation, column);
            }
        }
        return column.build();
    }

    private void sum(TargetPlan target, int i, double[] paras, TargetColumn column) {
        double sum = 0;
        for (double para : paras) {
            sum += para;
        }
        double result = DefaultScript.result(sum);
        if (DefaultScript.fits(result)) {
            column.add(day.start(i), (long) result);
        } else {
            failures.add(target.target(), day.start(i), DefaultScript.doesNotFit(result));
        }
    }

    private void evaluate(TargetPlan target, int i, double[] paras, Evaluation evaluation, TargetColumn column) {
        for (int s = 0; s < paras.length; s++) {
            if (!Double.isFinite(paras[s])) {
                failures.add(
                        target.target(), day.start(i), "Para" + (s + 1) + " is " + paras[s] + ", which is no number");
                return;
            }
        }
        try {
            column.add(day.start(i), evaluation.result(paras, weekday, minutes[i]));
        } catch (ScriptFailure e) {
            failures.add(
                    target.target(),
                    day.start(i),
                    e.getMessage() + " (" + e.problem().source().strip() + ")");
        }
    }

    /** The values of each source by interval; 0 where it reported nothing. */
    private double[][] columns(TargetPlan target) {
        List<SourcePlan> sources = target.sources();
        double[][] columns = new double[sources.size()][day.size()];
        for (int s = 0; s < columns.length; s++) {
            if (target.isShared()) {
                copyRemembered(sources.get(s), columns[s]);
            } else {
                copyReported(sources.get(s), columns[s]);
            }
        }
        return columns;
    }

    private void copyRemembered(SourcePlan source, double[] column) {
        double[] values = day.remembered(source);
        for (int i = 0; values != null && i < column.length; i++) {
            column[i] = Double.isNaN(values[i]) ? 0 : values[i];
        }
    }

    private void copyReported(SourcePlan source, double[] column) {
        CallPage page = day.page(source);
        if (page != null) {
            for (int i = page.next(0); i >= 0 && i < column.length; i = page.next(i + 1)) {
                column[i] = page.value(day.column(source), i);
            }
        }
    }
}
