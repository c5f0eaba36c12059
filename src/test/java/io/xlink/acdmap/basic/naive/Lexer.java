package io.xlink.acdmap.basic.naive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a script into tokens: one pattern for each kind, the first that fits. */
final class Lexer {
    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
    private static final Pattern CONTINUATION = Pattern.compile("[ \\t]_[ \\t]*(\\r\\n|\\n|\\r)");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\n|\\r");
    private static final Pattern COMMENT = Pattern.compile("'[^\\r\\n]*");
    private static final Pattern REM = Pattern.compile("(?i)rem(?![A-Za-z0-9_])[^\\r\\n]*");
    private static final Pattern NAME = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)([%&#!$]?)");
    private static final Pattern NUMBER = Pattern.compile(
            "(&[hH][0-9A-Fa-f]+|&[oO][0-7]+|(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)([%&#!]?)");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\r\\n]|\"\")*)\"");
    private static final Pattern SIGN = Pattern.compile("<=|>=|<>|=<|=>|><|[-+*/\\\\^&=<>(),]");

    private final String script;
    private final List<Token> tokens = new ArrayList<>();
    private final Map<Pattern, Matcher> matchers = new HashMap<>();
    private int at;
    private int line = 1;
    private Matcher found;

    Lexer(String script) {
        this.script = script;
    }

    List<Token> tokens() {
        while (at < script.length()) {
            char first = script.charAt(at);
            if (Character.isLetter(first)) {
                if (!atStatement() || !comes(REM)) {
                    token();
                }
            } else if (comes(CONTINUATION)) {
                line++;
            } else if (comes(LINE_END)) {
                add(Token.Kind.LINE_END, "", ' ');
                line++;
            } else if (!comes(BLANKS) && !comes(COMMENT)) {
                token();
            }
        }
        add(Token.Kind.LINE_END, "", ' ');
        add(Token.Kind.END, "", ' ');
        return tokens;
    }

    private void token() {
        char first = script.charAt(at);
        if (Character.isLetter(first) && comes(NAME)) {
            add(Token.Kind.NAME, found.group(1).toUpperCase(Locale.ROOT), character());
        } else if (".&0123456789".indexOf(first) >= 0 && comes(NUMBER)) {
            add(Token.Kind.NUMBER, found.group(1), character());
        } else if (first == '"' && comes(TEXT)) {
            add(Token.Kind.TEXT, found.group(1).replace("\"\"", "\""), ' ');
        } else if (comes(SIGN)) {
            String sign = found.group();
            add(
                    Token.Kind.SIGN,
                    sign.equals("=<") ? "<=" : sign.equals("=>") ? ">=" : sign.equals("><") ? "<>" : sign,
                    ' ');
        } else if (script.charAt(at) == ':') {
            at++;
            add(Token.Kind.COLON, ":", ' ');
        } else {
            throw new IllegalArgumentException("line " + line + ": " + script.charAt(at));
        }
    }

    private char character() {
        return found.group(2).isEmpty() ? ' ' : found.group(2).charAt(0);
    }

    /** Then and Else begin statements, too: those of an If on one line. */
    private boolean atStatement() {
        if (tokens.isEmpty()) {
            return true;
        }
        Token last = tokens.get(tokens.size() - 1);
        return last.endsStatement() || last.is("THEN") || last.is("ELSE");
    }

    private boolean comes(Pattern pattern) {
        found = matchers.computeIfAbsent(pattern, p -> p.matcher(script)).region(at, script.length());
        if (!found.lookingAt()) {
            return false;
        }
        at = found.end();
        return true;
    }

    private void add(Token.Kind kind, String text, char typeCharacter) {
        tokens.add(new Token(kind, text, typeCharacter, line));
    }
}
