package io.xlink.acdmap.basic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code Dim}, {@code Const} and parameters. */
final class DeclarationParser {
    private final TokenReader tokens;
    private final ExpressionParser expressions;

    DeclarationParser(TokenReader tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** Everything behind {@code Dim}. */
    List<Statement> dim(int at) {
        List<Statement.Declared> variables = new ArrayList<>();
        do {
            Expression.Name name = tokens.name("the name of a variable");
            if (tokens.is("(")) {
                throw tokens.error(tokens.peek(), "arrays do not exist here", "Use a variable for each value");
            }
            variables.add(new Statement.Declared(name, type()));
        } while (tokens.accept(","));
        return List.of(new Statement.Dim(variables, at));
    }

    /** Everything behind {@code Const}. */
    List<Statement> constants(int at) {
        List<Statement> constants = new ArrayList<>();
        do {
            Expression.Name name = tokens.name("the name of a constant");
            Optional<Type> type = type();
            tokens.expect("=", "\"=\"", "Give the constant its value: Const name = value");
            constants.add(new Statement.Const(new Statement.Declared(name, type), expressions.expression(), at));
        } while (tokens.accept(","));
        return constants;
    }

    /** Parameters in parentheses; none where there are no parentheses. */
    List<Statement.Parameter> parameters() {
        List<Statement.Parameter> parameters = new ArrayList<>();
        if (!tokens.accept("(") || tokens.accept(")")) {
            return parameters;
        }
        do {
            boolean byValue = tokens.accept("byval");
            if (!byValue) {
                tokens.accept("byref");
            }
            Expression.Name name = tokens.name("the name of a parameter");
            parameters.add(new Statement.Parameter(name, byValue, type()));
        } while (tokens.accept(","));
        tokens.expect(")", "\")\"", "Close the parameters; separate them by commas");
        return parameters;
    }

    /** {@code As} and a type, or nothing. */
    Optional<Type> type() {
        if (!tokens.accept("as")) {
            return Optional.empty();
        }
        Token token = tokens.peek();
        Optional<Type> type = Type.named(token.key());
        if (type.isEmpty() || token.mark() != Token.NO_MARK) {
            String list = "Use " + String.join(", ", Words.TYPES);
            throw tokens.unexpected(
                    "a type", Problems.near(token.key(), Words.TYPES).orElse(list));
        }
        tokens.take();
        if (type.get() == Type.STRING && tokens.is("*")) {
            throw tokens.error(tokens.peek(), "texts of a fixed length do not exist here", "Write As String alone");
        }
        return type;
    }
}
