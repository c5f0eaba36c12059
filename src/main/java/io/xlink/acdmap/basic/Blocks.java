package io.xlink.acdmap.basic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Which blocks are open while statements are read, so that a missing end and one too many are told apart. */
final class Blocks {
    /** A block. @param ends the words that end it, or a part of it, by their keys */
    private record Open(Token beginning, Set<String> ends, boolean onOneLine) {}

    private final TokenReader tokens;
    private final Deque<Open> open = new ArrayDeque<>();
    private int onOneLine;

    Blocks(TokenReader tokens) {
        this.tokens = tokens;
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

    /** Whether the line's end is also the end of what is read: within an {@code If} on one line. */
    boolean onOneLine() {
        return onOneLine > 0;
    }

    boolean innermostEndsWith(String end) {
        return open.peek().ends.contains(end);
    }

    boolean anyEndsWith(String end) {
        return open.stream().anyMatch(block -> block.ends.contains(end));
    }

    Token beginning() {
        return open.peek().beginning;
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
