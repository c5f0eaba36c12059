package io.xlink.acdmap.basic;

/** An evaluation could not go on. Has no stack trace, because a bad script may fail for each interval of a year. */
public final class ScriptFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final transient ScriptProblem problem;

    ScriptFailure(Reason reason, ScriptProblem problem) {
        super(null, null, false, false);
        this.reason = reason;
        this.problem = problem;
    }

    public Reason reason() {
        return reason;
    }

    /** Where in the script, with the reason's words as what is wrong. */
    public ScriptProblem problem() {
        return problem;
    }

    @Override
    public String getMessage() {
        return problem.toString();
    }
}
