package io.xlink.acdmap.basic;

/** Evaluates one script again and again, without anything kept from one time to the next. For one thread at a time. */
public interface Evaluation {
    /**
     * Evaluates the script for one interval.
     *
     * @param paras values of {@code Para1}, {@code Para2}, ..., finite; those that are missing are 0; not changed
     * @param weekday 1 = Sunday to 7 = Saturday, of the interval's local date
     * @param minutes minutes since local midnight, of the interval's local start: 0 to 1439
     * @return what was assigned to {@code Result}, by convention the value times 100; 0 when nothing was
     * @throws ScriptFailure when the script cannot go on
     */
    long result(double[] paras, int weekday, int minutes) throws ScriptFailure;
}
