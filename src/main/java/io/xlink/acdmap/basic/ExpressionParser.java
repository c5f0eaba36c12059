package io.xlink.acdmap.basic;

import java.util.ArrayList;
import java.util.List;

/** Reads expressions by recursive descent, one method for operators of all ranks. */
final class ExpressionParser {
    private final TokenReader tokens;

    ExpressionParser(TokenReader tokens) {
        this.tokens = tokens;
    }

    Expression expression() {
        return binary(0);
    }

    /** An operand and all operators behind it that bind at least as tightly as given. */
    private Expression binary(int binds) {
        Expression left = operand();
        while (true) {
            Operator operator = Operator.of(tokens.peek());
            if (operator == null || operator.binds() < binds) {
                return left;
            }
            Token token = tokens.take();
            tokens.operator(token);
            Expression right = operator == Operator.POWER ? exponent() : binary(operator.binds() + 1);
            left = new Expression.Binary(operator, left, right, token.at());
        }
    }

    private Expression operand() {
        if (tokens.is("not")) {
            Token token = tokens.take();
            tokens.operator(token);
            return new Expression.Unary("not", binary(Operator.NOT_BINDS), token.at());
        }
        if (isSign()) {
            Token token = tokens.take();
            tokens.operator(token);
            return new Expression.Unary(token.key(), binary(Operator.SIGN_BINDS), token.at());
        }
        return primary();
    }

    /** The right side of {@code ^}, whose signs belong to it alone: {@code 2 ^ -1 ^ 2} is {@code (2 ^ -1) ^ 2}. */
    private Expression exponent() {
        if (isSign()) {
            Token token = tokens.take();
            tokens.operator(token);
            return new Expression.Unary(token.key(), exponent(), token.at());
        }
        return primary();
    }

    private boolean isSign() {
        return tokens.is("-") || tokens.is("+");
    }

    private Expression primary() {
        Token token = tokens.peek();
        switch (token.sort()) {
            case NUMBER, TEXT -> {
                return new Expression.Literal(tokens.take().value(), token.at());
            }
            case NAME -> {
                return nameOrInvocation();
            }
            default -> {
                if (token.is("true") || token.is("false")) {
                    return new Expression.Literal(tokens.take().is("true"), token.at());
                }
                if (token.is("string") && tokens.peek(1).is("(")) {
                    return nameOrInvocation();
                }
                if (token.is("(")) {
                    return group();
                }
                throw tokens.unexpected("a value", "Write a number, a text, a name, or something in parentheses");
            }
        }
    }

    private Expression group() {
        tokens.openParenthesis(tokens.take());
        Expression inner = expression();
        close();
        return new Expression.Group(inner);
    }

    private Expression nameOrInvocation() {
        Token token = tokens.take();
        Expression.Name name = new Expression.Name(token.text(), token.mark(), token.at());
        return tokens.is("(") ? new Expression.Invocation(name, argumentsInParentheses()) : name;
    }

    List<Expression> argumentsInParentheses() {
        tokens.openParenthesis(tokens.take());
        List<Expression> arguments = tokens.is(")") ? List.of() : arguments();
        close();
        return arguments;
    }

    private void close() {
        tokens.expect(")", "\")\"", "Close every parenthesis that is opened");
        tokens.closeParenthesis();
    }

    List<Expression> arguments() {
        List<Expression> arguments = new ArrayList<>();
        do {
            Token token = tokens.peek();
            boolean leftOut = token.is(",") || (token.is(")") && !arguments.isEmpty());
            arguments.add(leftOut ? new Expression.Missing(token.at()) : expression());
        } while (tokens.accept(","));
        return arguments;
    }
}
