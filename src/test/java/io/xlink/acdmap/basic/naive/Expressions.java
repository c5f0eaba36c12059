package io.xlink.acdmap.basic.naive;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads expressions, one method for each line of the table of operators. */
class Expressions {
    private static final String[][] LEVELS = {
        {"XOR"},
        {"OR"},
        {"AND"},
        {"NOT"},
        {"=", "<>", "<", ">", "<=", ">="},
        {"&"},
        {"+", "-"},
        {"MOD"},
        {"\\"},
        {"*", "/"}
    };
    private static final int NOT = 3;

    /** What type characters were seen behind names of the procedure that is being read. */
    Map<String, Cell.Type> characters = new HashMap<>();

    private final List<Token> tokens;
    private int at;

    Expressions(List<Token> tokens) {
        this.tokens = tokens;
    }

    final Token peek() {
        return tokens.get(at);
    }

    final Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    final Token next() {
        return tokens.get(at++);
    }

    final boolean take(String word) {
        if (!peek().is(word)) {
            return false;
        }
        at++;
        return true;
    }

    final void expect(String word) {
        if (!take(word)) {
            throw new IllegalArgumentException("line " + peek().line() + ": " + word + " expected, not " + peek());
        }
    }

    final String name() {
        Token token = next();
        if (token.kind() != Token.Kind.NAME) {
            throw new IllegalArgumentException("line " + token.line() + ": a name expected, not " + token);
        }
        if (token.typeCharacter() != ' ') {
            characters.put(token.text(), type(token.typeCharacter()));
        }
        return token.text();
    }

    static Cell.Type type(char character) {
        return switch (character) {
            case '%' -> Cell.Type.INTEGER;
            case '&' -> Cell.Type.LONG;
            case '$' -> Cell.Type.STRING;
            default -> Cell.Type.DOUBLE;
        };
    }

    final Expression expression() {
        return level(0);
    }

    private Expression level(int level) {
        if (level == LEVELS.length) {
            return signed();
        }
        if (level == NOT) {
            if (take("NOT")) {
                Expression operand = level(NOT);
                return frame -> Operators.not(operand.value(frame));
            }
            return level(NOT + 1);
        }
        Expression left = level(level + 1);
        while (true) {
            String operator = takeOneOf(LEVELS[level]);
            if (operator.isEmpty()) {
                return left;
            }
            left = new Binary(operator, left, level(level + 1));
        }
    }

    private String takeOneOf(String... operators) {
        for (String operator : operators) {
            if (take(operator)) {
                return operator;
            }
        }
        return "";
    }

    private Expression signed() {
        if (take("-")) {
            Expression operand = signed();
            return frame -> Operators.negative(operand.value(frame));
        }
        if (take("+")) {
            Expression operand = signed();
            return frame -> Operators.positive(operand.value(frame));
        }
        Expression left = operand();
        while (take("^")) {
            left = new Binary("^", left, exponent());
        }
        return left;
    }

    private Expression exponent() {
        if (take("-")) {
            Expression operand = exponent();
            return frame -> Operators.negative(operand.value(frame));
        }
        return take("+") ? exponent() : operand();
    }

    private Expression operand() {
        Token token = peek();
        if (token.kind() == Token.Kind.NUMBER) {
            return new Expression.Literal(number(next()));
        }
        if (token.kind() == Token.Kind.TEXT) {
            return new Expression.Literal(next().text());
        }
        if (take("(")) {
            Expression inner = expression();
            expect(")");
            return new Expression.Inner(inner);
        }
        if (take("TRUE")) {
            return frame -> true;
        }
        if (take("FALSE")) {
            return frame -> false;
        }
        boolean called = peek(1).is("(");
        String name = name();
        if (!called) {
            return new Expression.Name(name);
        }
        List<Expression> arguments = inParentheses();
        return Functions.NAMES.contains(name) ? new Function(name, arguments) : new Expression.Call(name, arguments);
    }

    final List<Expression> inParentheses() {
        expect("(");
        List<Expression> result = peek().is(")") ? new ArrayList<>() : list();
        expect(")");
        return result;
    }

    final List<Expression> list() {
        List<Expression> result = new ArrayList<>();
        do {
            // What is missing between commas stands behind the text of a MsgBox, and is nothing.
            if (result.isEmpty() || !peek().is(",")) {
                result.add(expression());
            }
        } while (take(","));
        return result;
    }

    private static Object number(Token token) {
        String text = token.text();
        boolean based = text.startsWith("&");
        boolean real =
                !based && !text.matches("[0-9]+") || token.typeCharacter() == '#' || token.typeCharacter() == '!';
        if (!real) {
            BigInteger value = based
                    ? new BigInteger(text.substring(2), Character.toUpperCase(text.charAt(1)) == 'H' ? 16 : 8)
                    : new BigInteger(text);
            return value.bitLength() <= 63 ? (Object) value.longValue() : (Object) value.doubleValue();
        }
        return Values.number(text);
    }
}
