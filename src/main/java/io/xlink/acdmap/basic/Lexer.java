package io.xlink.acdmap.basic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a script into tokens. Never fails: what is wrong with a number or a text is reported. */
final class Lexer {
    private static final String MARKS = "%&#!$";
    private static final char END_OF_FILE_OF_DOS = 0x1A;

    private final String text;
    private final Problems problems;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(SourceText source, Problems problems) {
        this.text = source.text();
        this.problems = problems;
    }

    /** All tokens; the last one, and only that, is the end of the script. */
    static List<Token> tokens(SourceText source, Problems problems) {
        return new Lexer(source, problems).run();
    }

    private List<Token> run() {
        if (peek(0) == '\uFEFF') {
            at++;
        }
        while (at < text.length()) {
            token();
        }
        add(Token.Sort.END_OF_LINE, "", at);
        add(Token.Sort.END_OF_SCRIPT, "", at);
        return tokens;
    }

    private void token() {
        char c = text.charAt(at);
        if (isBlank(c)) {
            at++;
        } else if (isLineEnd(c)) {
            add(Token.Sort.END_OF_LINE, "", at);
            skipLineEnd();
        } else if (continues(at)) {
            skipContinuation();
        } else if (c == '\'') {
            comment();
        } else if (c == '"') {
            text();
        } else if (Numerals.end(text, at) > at) {
            number();
        } else if (Character.isLetter(c)) {
            word();
        } else {
            sign(c);
        }
    }

    private void word() {
        int begin = at;
        while (Character.isLetter(peek(0)) || isDigit(peek(0)) || peek(0) == '_') {
            at++;
        }
        String word = text.substring(begin, at);
        String key = word.toLowerCase(Locale.ROOT);
        if (key.equals("rem") && beginsStatement()) {
            comment();
            return;
        }
        Token.Sort sort = Words.RESERVED.contains(key) ? Token.Sort.WORD : Token.Sort.NAME;
        // Of the words only String has a form with a type character, the function String$.
        char mark = sort == Token.Sort.NAME || (key.equals("string") && peek(0) == '$') ? mark() : Token.NO_MARK;
        tokens.add(new Token(sort, word, key, mark, null, begin));
    }

    private boolean beginsStatement() {
        if (tokens.isEmpty()) {
            return true;
        }
        Token last = tokens.get(tokens.size() - 1);
        return last.endsLine() || last.is(":") || last.is("then") || last.is("else");
    }

    private char mark() {
        if (at < text.length() && MARKS.indexOf(text.charAt(at)) >= 0) {
            return text.charAt(at++);
        }
        return Token.NO_MARK;
    }

    private void number() {
        int begin = at;
        at = Numerals.end(text, at);
        String number = text.substring(begin, at);
        Object value = Numerals.value(number);
        if (value instanceof Double d && d.isInfinite()) {
            problems.error(begin, "the number is too large", "Write one below 1.8E308");
            value = 0.0;
        }
        char mark = peek(0) == '$' ? Token.NO_MARK : mark();
        if ((mark == '%' || mark == '&') && value instanceof Double) {
            problems.error(begin, number + mark + " is no whole number", "Leave the type character out, or write #");
        } else if ((mark == '#' || mark == '!') && value instanceof Long whole) {
            value = (double) whole;
        }
        tokens.add(new Token(Token.Sort.NUMBER, number, number, mark, value, begin));
    }

    private void text() {
        int begin = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && !isLineEnd(text.charAt(at))) {
            char c = text.charAt(at++);
            if (c != '"') {
                value.append(c);
            } else if (peek(0) == '"') {
                value.append('"');
                at++;
            } else {
                tokens.add(new Token(Token.Sort.TEXT, "", "", Token.NO_MARK, value.toString(), begin));
                return;
            }
        }
        problems.error(begin, "the text has no end", "Close it with \" on the same line");
        tokens.add(new Token(Token.Sort.TEXT, "", "", Token.NO_MARK, value.toString(), begin));
    }

    /** Ends with the line, as a statement does: a comment whose line ends with a blank and _ goes on as well. */
    private void comment() {
        while (at < text.length() && !isLineEnd(text.charAt(at))) {
            if (continues(at)) {
                skipContinuation();
            } else {
                at++;
            }
        }
    }

    private boolean continues(int from) {
        if (peek(0) != '_' || from == 0 || !isBlank(text.charAt(from - 1))) {
            return false;
        }
        int end = from + 1;
        while (end < text.length() && isBlank(text.charAt(end))) {
            end++;
        }
        return end < text.length() && isLineEnd(text.charAt(end));
    }

    private void skipContinuation() {
        while (!isLineEnd(text.charAt(at))) {
            at++;
        }
        skipLineEnd();
    }

    private void skipLineEnd() {
        at += peek(0) == '\r' && peek(1) == '\n' ? 2 : 1;
    }

    private void sign(char c) {
        String two = "" + c + peek(1);
        switch (two) {
            case "<=", "=<" -> addSign("<=", two);
            case ">=", "=>" -> addSign(">=", two);
            case "<>", "><" -> addSign("<>", two);
            default -> {
                if ("+-*/\\^&=<>(),:".indexOf(c) >= 0) {
                    addSign(String.valueOf(c), String.valueOf(c));
                } else {
                    unknown(c);
                }
            }
        }
    }

    private void unknown(char c) {
        if (c != END_OF_FILE_OF_DOS) {
            String shown = Character.isISOControl(c) || Character.isSurrogate(c)
                    ? String.format("the character U+%04X", (int) c)
                    : String.valueOf(c);
            // Reported by who reads the statement, and not where it is left out behind another error.
            add(Token.Sort.STRANGE, shown, at);
        }
        at++;
    }

    private void addSign(String key, String written) {
        tokens.add(new Token(Token.Sort.SIGN, written, key, Token.NO_MARK, null, at));
        at += written.length();
    }

    private void add(Token.Sort sort, String written, int where) {
        tokens.add(new Token(sort, written, written, Token.NO_MARK, null, where));
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00A0';
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
