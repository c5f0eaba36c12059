package io.xlink.acdmap.basic;

import java.util.List;

/** Goes through a script's tokens, and counts what is limited. */
final class TokenReader {
    private static final int MOST_NESTING = 100;
    private static final int MOST_OPERATORS = 500;
    /** So many tokens of a block that does not exist here are left out in search of its end. */
    private static final int LONGEST_BLOCK = 1_000;

    private final List<Token> tokens;
    private int next;
    private int parentheses;
    /** Without the procedure's own, which is opened like a block. */
    private int blocks = -1;

    private int operators;

    TokenReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(next);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        if (next < tokens.size() - 1) {
            next++;
        }
        return token;
    }

    boolean is(String key) {
        return peek().is(key);
    }

    boolean accept(String key) {
        boolean found = is(key);
        if (found) {
            take();
        }
        return found;
    }

    void expect(String key, String shown, String remedy) {
        if (!accept(key)) {
            throw unexpected(shown, remedy);
        }
    }

    Expression.Name name(String shown) {
        if (peek().sort() != Token.Sort.NAME) {
            boolean reserved = peek().sort() == Token.Sort.WORD;
            throw unexpected(shown, reserved ? "Words of the language cannot be names" : "Write " + shown + " here");
        }
        Token token = take();
        return new Expression.Name(token.text(), token.mark(), token.at());
    }

    SyntaxError unexpected(String expected, String remedy) {
        Token token = peek();
        return token.sort() == Token.Sort.STRANGE
                ? error(token, "found " + token.shown() + ", which has no meaning here", "Remove it")
                : error(token, "found " + token.shown() + " where " + expected + " is expected", remedy);
    }

    /** What is wrong with a statement that only other BASICs have. Leaves out the lines of its block, if it has one. */
    SyntaxError elsewhere() {
        Token token = peek();
        if (Words.BLOCKS_ELSEWHERE.contains(token.key())) {
            skipBlock(token.key());
        }
        return error(
                token,
                token.shown() + " does not exist here: there are no " + Words.ELSEWHERE.get(token.key()),
                "Remove the statement; a script only computes Result");
    }

    private void skipBlock(String word) {
        for (int i = 1; i < LONGEST_BLOCK && peek(i).sort() != Token.Sort.END_OF_SCRIPT; i++) {
            if (peek(i).is("end") && (peek(i + 1).is("sub") || peek(i + 1).is("function"))) {
                return;
            }
            if (peek(i).is("end") && peek(i + 1).key().equals(word)) {
                next += i + 1;
                return;
            }
        }
    }

    SyntaxError error(Token at, String what, String remedy) {
        return new SyntaxError(at.at(), what, remedy, false);
    }

    /** Leaves the statement out that could not be read. */
    void skipStatement() {
        while (!peek().endsLine() && !is(":")) {
            take();
        }
    }

    void skipLine() {
        while (!peek().endsLine()) {
            take();
        }
    }

    /** To be called where a statement begins: neither a bad expression before nor a long one counts any more. */
    void beginStatement() {
        operators = 0;
        parentheses = 0;
    }

    void operator(Token at) {
        if (++operators > MOST_OPERATORS) {
            throw new SyntaxError(at.at(), "the statement has more than 500 operators", "Split it by variables", true);
        }
    }

    void openParenthesis(Token at) {
        parentheses = deeper(parentheses, at, "parentheses");
    }

    void closeParenthesis() {
        parentheses--;
    }

    void openBlock(Token at) {
        blocks = deeper(blocks, at, "blocks");
    }

    void closeBlock() {
        blocks--;
    }

    private static int deeper(int depth, Token at, String what) {
        if (depth >= MOST_NESTING) {
            throw new SyntaxError(
                    at.at(),
                    what + " are nested more than 100 deep",
                    "Move what is inside to a Sub or Function of its own",
                    true);
        }
        return depth + 1;
    }
}
