package io.xlink.cli;

import io.xlink.acdmap.basic.Script;
import io.xlink.acdmap.basic.ScriptException;
import io.xlink.acdmap.basic.ScriptFailure;
import io.xlink.acdmap.basic.ScriptProblem;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/**
 * One evaluation of a script with given values, as an import would make it.
 *
 * @param paras values of {@code Para1}, {@code Para2}, ...; missing ones are 0
 * @param weekday 1 = Sunday to 7 = Saturday
 * @param minutes minutes since midnight
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ScriptTrial(CommandSpec spec, double[] paras, int weekday, int minutes) {

    /** Prints dialogs and the result; returns the exit code. */
    int run(TargetScript text) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            Script script = Script.compile(text.name(), text.text());
            script.warnings().forEach(warning -> err.println("Warning: " + warning));
            for (int missing = paras.length + 1; missing <= script.paras(); missing++) {
                err.println("Para" + missing + " is not given, and 0");
            }
            err.flush();
            long result =
                    script.evaluation(shown -> out.println("MsgBox: " + shown)).result(paras, weekday, minutes);
            out.println("Result = " + result);
            return ExitCode.DONE;
        } catch (ScriptException e) {
            return tell(spec, e);
        } catch (ScriptFailure e) {
            tell(err, e.problem());
            return ExitCode.REJECTED;
        } finally {
            out.flush();
            err.flush();
        }
    }

    /** Says why a script does not compile; returns the exit code. */
    static int tell(CommandSpec spec, ScriptException refused) {
        PrintWriter err = spec.commandLine().getErr();
        refused.problems().forEach(problem -> tell(err, problem));
        err.flush();
        return ExitCode.CONFIGURATION;
    }

    private static void tell(PrintWriter err, ScriptProblem problem) {
        err.println(problem);
        problem.excerpt().lines().forEach(line -> err.println("    " + line));
    }
}
