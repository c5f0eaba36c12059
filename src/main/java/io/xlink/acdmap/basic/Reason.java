package io.xlink.acdmap.basic;

/** Why an evaluation could not go on. */
public enum Reason {
    DIVISION_BY_ZERO("division by zero", "Test the divisor with an If of its own before"),
    OVERFLOW("overflow", "Use a wider type, such as Double, or smaller numbers"),
    TYPE_MISMATCH("type mismatch", "Only a text that is a number can be used as one"),
    INVALID_ARGUMENT("invalid argument", "Give a value for which there is a result"),
    STEP_LIMIT("step limit", "Make sure that every loop and every call comes to an end; 1,000,000 steps are allowed"),
    CALL_DEPTH("call depth", "Let procedures call each other at most 100 deep"),
    TEXT_TOO_LONG("text too long", "Keep texts below 65,537 characters");

    private final String words;
    private final String remedy;

    Reason(String words, String remedy) {
        this.words = words;
        this.remedy = remedy;
    }

    /** The words of the language's definition, such as "division by zero". */
    public String words() {
        return words;
    }

    String remedy() {
        return remedy;
    }
}
