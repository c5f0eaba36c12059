package io.xlink.acdmap.basic;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads {@code For}, {@code While} and {@code Do}. */
final class LoopParser {
    private final TokenReader tokens;
    private final ExpressionParser expressions;
    private final Blocks blocks;
    private final Supplier<List<Statement>> statements;
    /** Variables of loops that another one's Next closed, so that theirs closes that other one. */
    private final Set<String> interchanged = new HashSet<>();

    /** @param statements reads statements up to an end of the innermost block */
    LoopParser(TokenReader tokens, ExpressionParser expressions, Blocks blocks, Supplier<List<Statement>> statements) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.blocks = blocks;
        this.statements = statements;
    }

    /** Everything behind {@code For}. */
    Statement forLoop(Token token) {
        Expression.Name[] variable = {new Expression.Name("", Token.NO_MARK, token.at())};
        Expression[] values = new Expression[3];
        blocks.head(() -> {
            variable[0] = tokens.name("the name of a variable");
            tokens.expect("=", "\"=\"", "Write For name = first To last");
            values[0] = expressions.expression();
            tokens.expect("to", "To", "Write For name = first To last");
            values[1] = expressions.expression();
            values[2] = tokens.accept("step") ? expressions.expression() : null;
            return values[0];
        });
        blocks.open(token, false, "next");
        List<Statement> body = statements.get();
        if (blocks.end("next") && tokens.peek().sort() == Token.Sort.NAME) {
            next(variable[0]);
        }
        return new Statement.For(variable[0], values[0], values[1], Optional.ofNullable(values[2]), body, token.at());
    }

    private void next(Expression.Name variable) {
        Token name = tokens.peek();
        Expression.Name next = tokens.name("a name");
        boolean fits = variable.text().isEmpty() || next.key().equals(variable.key());
        if (!fits && !interchanged.remove(next.key())) {
            interchanged.add(variable.key());
            throw tokens.error(
                    name,
                    "found Next " + name.shown() + " where Next " + variable.text() + " is expected",
                    "Close the inner loop first");
        }
    }

    /** Everything behind {@code While}. */
    Statement whileLoop(Token token) {
        Statement.Condition condition = new Statement.Condition(blocks.head(expressions::expression), false);
        blocks.open(token, false, "wend");
        List<Statement> body = statements.get();
        blocks.end("wend");
        return new Statement.Loop(false, Optional.of(condition), body, Optional.empty(), token.at());
    }

    /** Everything behind {@code Do}. */
    Statement doLoop(Token token) {
        Optional<Statement.Condition> before = condition();
        blocks.open(token, false, "loop");
        List<Statement> body = statements.get();
        boolean ended = blocks.end("loop");
        Token word = tokens.peek();
        Optional<Statement.Condition> after = ended ? condition() : Optional.empty();
        if (before.isPresent() && after.isPresent()) {
            throw tokens.error(word, "the loop has a condition at both ends", "Keep one, and leave by Exit Do");
        }
        return new Statement.Loop(true, before, body, after, token.at());
    }

    private Optional<Statement.Condition> condition() {
        if (!tokens.is("while") && !tokens.is("until")) {
            return Optional.empty();
        }
        boolean until = tokens.take().is("until");
        return Optional.of(new Statement.Condition(blocks.head(expressions::expression), until));
    }
}
