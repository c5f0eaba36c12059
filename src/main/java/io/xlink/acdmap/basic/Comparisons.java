package io.xlink.acdmap.basic;

/** The comparing operators. Called by the classes made of scripts; texts are compared by their characters' codes. */
final class Comparisons {
    private Comparisons() {}

    static boolean equal(long a, long b) {
        return a == b;
    }

    static boolean equal(double a, double b) {
        return a == b;
    }

    static boolean equal(ScriptRun run, String a, String b, int at) {
        run.reading(Math.min(a.length(), b.length()), at);
        return a.equals(b);
    }

    static boolean notEqual(long a, long b) {
        return a != b;
    }

    static boolean notEqual(double a, double b) {
        return a != b;
    }

    static boolean notEqual(ScriptRun run, String a, String b, int at) {
        run.reading(Math.min(a.length(), b.length()), at);
        return !a.equals(b);
    }

    static boolean less(long a, long b) {
        return a < b;
    }

    static boolean less(double a, double b) {
        return a < b;
    }

    static boolean less(ScriptRun run, String a, String b, int at) {
        run.reading(Math.min(a.length(), b.length()), at);
        return a.compareTo(b) < 0;
    }

    static boolean greater(long a, long b) {
        return a > b;
    }

    static boolean greater(double a, double b) {
        return a > b;
    }

    static boolean greater(ScriptRun run, String a, String b, int at) {
        run.reading(Math.min(a.length(), b.length()), at);
        return a.compareTo(b) > 0;
    }

    static boolean lessOrEqual(long a, long b) {
        return a <= b;
    }

    static boolean lessOrEqual(double a, double b) {
        return a <= b;
    }

    static boolean lessOrEqual(ScriptRun run, String a, String b, int at) {
        run.reading(Math.min(a.length(), b.length()), at);
        return a.compareTo(b) <= 0;
    }

    static boolean greaterOrEqual(long a, long b) {
        return a >= b;
    }

    static boolean greaterOrEqual(double a, double b) {
        return a >= b;
    }

    static boolean greaterOrEqual(ScriptRun run, String a, String b, int at) {
        run.reading(Math.min(a.length(), b.length()), at);
        return a.compareTo(b) >= 0;
    }
}
