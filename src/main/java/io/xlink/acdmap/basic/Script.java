package io.xlink.acdmap.basic;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A compiled import script (docs/enable-basic.md). May be used by several threads at once. */
public final class Script {
    private static final int LONGEST = 65_536;

    private final Code code;
    private final int paras;
    private final List<ScriptProblem> warnings;

    private Script(Code code, int paras, List<ScriptProblem> warnings) {
        this.code = code;
        this.paras = paras;
        this.warnings = warnings;
    }

    /**
     * Compiles a script.
     *
     * @param name of the script, such as {@code $1.BAS}; what problems and failures call it
     * @param source the script's text, at most 65,536 characters
     * @throws ScriptException with everything that is wrong, up to 20 problems
     */
    public static Script compile(String name, String source) throws ScriptException {
        if (source.length() > LONGEST) {
            SourceText empty = new SourceText(name, "");
            throw new ScriptException(List.of(empty.problem(
                    0,
                    "the script has " + source.length() + " characters, and " + LONGEST + " are allowed",
                    "Shorten it")));
        }
        SourceText text = new SourceText(name, source);
        Problems problems = new Problems(text);
        Statement.Script tree = Parser.parse(Lexer.tokens(text, problems), problems);
        Optional<TypedScript> typed = Checker.check(tree, problems);
        if (typed.isEmpty()) {
            throw new ScriptException(problems.errors());
        }
        Code code = Backend.compile(typed.get(), text, problems);
        return new Script(code, typed.get().highestPara(), problems.warnings());
    }

    public String name() {
        return code.source().name();
    }

    /** Highest number of a {@code Para} that the script reads or assigns; a {@code Dim} alone does not count. */
    public int paras() {
        return paras;
    }

    /** What is allowed and yet probably wrong, in the order of the text; at most 20. */
    public List<ScriptProblem> warnings() {
        return warnings;
    }

    /**
     * Makes an evaluation, to be used again and again by one thread at a time.
     *
     * @param dialogs is told what {@code MsgBox} would show; must not block
     */
    public Evaluation evaluation(Consumer<String> dialogs) {
        return code.run(dialogs);
    }
}
