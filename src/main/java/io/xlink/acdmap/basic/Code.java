package io.xlink.acdmap.basic;

import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.function.Consumer;

/**
 * The class made of a script, with what its evaluations need to know.
 *
 * @param constructor takes this and what is told of dialogs
 * @param longTexts texts of the script that are too long for a class file
 * @param mainAt offset of Main's name
 */
record Code(MethodHandle constructor, SourceText source, List<String> longTexts, int mainAt) {
    ScriptRun run(Consumer<String> dialogs) {
        try {
            return (ScriptRun) constructor.invoke(this, dialogs);
        } catch (Throwable e) {
            // The constructor only assigns.
            throw new IllegalStateException("The class made of " + source.name() + " cannot be used", e);
        }
    }

    ScriptFailure failure(Reason reason, int at) {
        return new ScriptFailure(reason, source.problem(at, reason.words(), reason.remedy()));
    }
}
