package io.xlink.acdmap.basic;

import java.util.function.Consumer;

/** What the class made of a script extends: what is given to a script, and the limits of one evaluation. */
abstract class ScriptRun implements Evaluation {
    static final int MOST_STEPS = 1_000_000;
    static final int MOST_CALLS = 100;
    static final int LONGEST_TEXT = 65_536;
    private static final int CHARACTERS_A_STEP = 64;

    // Read and assigned by the class made of the script, where it does not hold them in local variables.
    long result;
    long weekday;
    long minutes;

    private final Code code;
    private final Consumer<String> dialogs;
    private int steps;
    private int calls;

    /** What the class made of a script calls. */
    ScriptRun(Code code, Consumer<String> dialogs) {
        this(code, dialogs, MOST_STEPS);
    }

    ScriptRun(Code code, Consumer<String> dialogs, int steps) {
        this.code = code;
        this.dialogs = dialogs;
        this.steps = steps;
    }

    @Override
    public final long result(double[] paras, int weekday, int minutes) throws ScriptFailure {
        try {
            return run(paras, weekday, minutes);
        } catch (Failed e) {
            throw code.failure(e.reason(), e.at());
        } catch (Ended e) {
            return result;
        } catch (StackOverflowError e) {
            // Calls are limited, but one with 60 texts on a thread with a small stack may be too many all the same.
            throw code.failure(Reason.CALL_DEPTH, code.mainAt());
        }
    }

    /** Gives the script's variables their first values, runs Main, and returns {@code Result}. */
    abstract long run(double[] paras, int weekday, int minutes);

    /** Counts anew; to be called first where a script does anything that is counted. */
    final void begin() {
        steps = MOST_STEPS;
        calls = 0;
    }

    static double para(double[] paras, int index) {
        return index < paras.length ? paras[index] : 0;
    }

    /** To be called for each turn of a loop. @param at offset of the loop's first word */
    final void turn(int at) {
        if (--steps < 0) {
            throw new Failed(Reason.STEP_LIMIT, at);
        }
    }

    /** To be called for several turns of a loop at once. @param at offset of the loop's first word */
    final void turns(int count, int at) {
        steps -= count;
        if (steps < 0) {
            throw new Failed(Reason.STEP_LIMIT, at);
        }
    }

    /** To be called before each call of a procedure, behind its arguments. @param at offset of its name */
    final void enter(int at) {
        if (++calls > MOST_CALLS) {
            throw new Failed(Reason.CALL_DEPTH, at);
        }
        turn(at);
    }

    /** To be called behind each call of a procedure. */
    final void leave() {
        calls--;
    }

    /** Thrown by the statement {@code End}. */
    static Ended end() {
        return Ended.HERE;
    }

    /** Counts a text that is about to be made. @param length its characters */
    final void making(long length, int at) {
        if (length > LONGEST_TEXT) {
            throw new Failed(Reason.TEXT_TOO_LONG, at);
        }
        reading((int) length, at);
    }

    /** Counts a text that is about to be compared, searched or read as a number. @param length its characters */
    final void reading(int length, int at) {
        steps -= length / CHARACTERS_A_STEP;
        if (steps < 0) {
            throw new Failed(Reason.STEP_LIMIT, at);
        }
    }

    /** A text of the script that is too long to stand in a class file. */
    final String text(int index) {
        return code.longTexts().get(index);
    }

    /** {@code MsgBox}. */
    final void dialog(String text) {
        dialogs.accept(text);
    }
}
