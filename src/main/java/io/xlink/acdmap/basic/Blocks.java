package io.xlink.acdmap.basic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Which blocks are open while statements are read, so that a missing end and one too many are told apart, and one mistake
 * is one error.
 */
final class Blocks {
    /** A block. @param ends the words that end it, or a part of it, by their keys */
    private record Open(Token beginning, Set<String> ends, boolean onOneLine) {}

    /** Ends that are written for one another by mistake. */
    private static final List<Set<String>> ALIKE =
            List.of(Set.of("next", "wend", "loop"), Set.of("end if", "end select"), Set.of("end sub", "end function"));

    private final TokenReader tokens;
    private final Problems problems;
    private final Deque<Open> open = new ArrayDeque<>();
    /** Ends that were reported as missing. Where blocks cross, they stand further on, and nothing is open then. */
    private final List<String> missed = new ArrayList<>();

    private int onOneLine;
    private int missedAt = -1;

    Blocks(TokenReader tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    void open(Token beginning, boolean onOneLine, String... ends) {
        tokens.openBlock(beginning);
        open.push(new Open(beginning, Set.of(ends), onOneLine));
        this.onOneLine += onOneLine ? 1 : 0;
    }

    void close() {
        tokens.closeBlock();
        onOneLine -= open.pop().onOneLine ? 1 : 0;
    }

    /** Reads the head of a block; where it is wrong, its body is read nevertheless. */
    Expression head(Supplier<Expression> head) {
        try {
            return head.get();
        } catch (SyntaxError e) {
            if (e.last()) {
                throw e;
            }
            e.report(problems);
            while (!tokens.peek().endsLine() && !tokens.is("then") && !tokens.is(":")) {
                tokens.take();
            }
            return new Expression.Literal(false, tokens.peek().at());
        }
    }

    /**
     * Takes the end of the innermost block, and closes it. One that is missing is reported, and one like it is taken in its
     * place, unless an outer block needs that.
     *
     * @return whether the end was there
     */
    boolean end(String end) {
        String found = endHere();
        boolean there = end.equals(found);
        if (there) {
            takeEnd(end);
        } else {
            miss(end);
            if (found != null && alike(Set.of(end), found) && !anyEndsWith(found, 1)) {
                takeEnd(found);
                tokens.skipStatement();
            }
        }
        close();
        return there;
    }

    private void miss(String end) {
        Token beginning = open.peek().beginning;
        String found = endHere();
        problems.error(
                tokens.peek().at(),
                "found " + (found == null || found.isEmpty() ? tokens.peek().shown() : shown(found)) + " where "
                        + shown(end) + " is expected",
                "End the " + beginning.shown() + " of line " + problems.line(beginning.at()) + " with " + shown(end));
        forgive(end);
        missedAt = tokens.peek().at();
    }

    /** To be called where an end was missed, or may be one too many because of an error that was reported. */
    void forgive(String end) {
        missed.add(end);
    }

    /** Takes the end that stands here if it was missed before. */
    boolean acceptMissed() {
        String end = endHere();
        boolean found = end != null && missed.remove(end);
        if (found) {
            takeEnd(end);
            tokens.skipStatement();
        }
        return found;
    }

    /** Whether an end was missed right here, so that there is no more to say of this place. */
    boolean missedHere() {
        return tokens.peek().at() == missedAt;
    }

    /** Whether the end of a procedure was missed, and may stand further on. */
    boolean missesProcedureEnd() {
        return missed.contains("end sub") || missed.contains("end function");
    }

    /** Whether the line's end is also the end of what is read: within an {@code If} on one line. */
    boolean onOneLine() {
        return onOneLine > 0;
    }

    /** Whether an end ends a block that is open, or stands in the place of the innermost one's. */
    boolean endsAny(String end) {
        return end.isEmpty() || anyEndsWith(end, 0) || alike(open.peek().ends, end);
    }

    private boolean anyEndsWith(String end, int butInnermost) {
        return open.stream().skip(butInnermost).anyMatch(block -> block.ends.contains(end));
    }

    private static boolean alike(Set<String> ends, String end) {
        return ALIKE.stream().anyMatch(set -> set.contains(end) && ends.stream().anyMatch(set::contains));
    }

    /** What a block could end with here: {@code next}, {@code end if}, ...; null where a statement begins. */
    String endHere() {
        Token token = tokens.peek();
        if (token.sort() == Token.Sort.END_OF_SCRIPT) {
            return "";
        }
        if (token.sort() != Token.Sort.WORD) {
            return null;
        }
        return switch (token.key()) {
            case "else", "elseif", "case", "next", "wend", "loop" -> token.key();
            case "endif" -> "end if";
            case "end" ->
                switch (tokens.peek(1).sort() == Token.Sort.WORD
                        ? tokens.peek(1).key()
                        : "") {
                    case "if", "sub", "function", "select" ->
                        "end " + tokens.peek(1).key();
                    default -> null;
                };
            // The next procedure begins, so the end of this one is missing.
            case "sub", "function" -> "";
            case "public", "private", "global" ->
                tokens.peek(1).is("sub") || tokens.peek(1).is("function") ? "" : null;
            default -> null;
        };
    }

    void takeEnd(String end) {
        Token token = tokens.take();
        if (end.startsWith("end ") && !token.is("endif")) {
            tokens.take();
        }
    }

    /** How an end is usually written. */
    static String shown(String end) {
        return switch (end) {
            case "end if" -> "End If";
            case "end sub" -> "End Sub";
            case "end function" -> "End Function";
            case "end select" -> "End Select";
            case "elseif" -> "ElseIf";
            default -> end.isEmpty() ? end : Character.toUpperCase(end.charAt(0)) + end.substring(1);
        };
    }
}
