package io.xlink.acdmap.basic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads {@code If} and {@code Select Case}. */
final class ChoiceParser {
    private final TokenReader tokens;
    private final Problems problems;
    private final ExpressionParser expressions;
    private final Blocks blocks;
    private final Supplier<List<Statement>> statements;

    /** @param statements reads statements up to an end of the innermost block */
    ChoiceParser(
            TokenReader tokens,
            Problems problems,
            ExpressionParser expressions,
            Blocks blocks,
            Supplier<List<Statement>> statements) {
        this.tokens = tokens;
        this.problems = problems;
        this.expressions = expressions;
        this.blocks = blocks;
        this.statements = statements;
    }

    /** Everything behind {@code If}. */
    Statement ifStatement(Token token) {
        boolean onOneLine = isOnOneLine();
        int before = problems.errorsFound();
        Expression condition = blocks.head(expressions::expression);
        boolean read = problems.errorsFound() == before;
        if (read && !tokens.is("then") && !tokens.peek().endsLine()) {
            // A single token is a Then with a typing error, and more are a statement of an If on one line.
            boolean statementFollows = !onOneLine && !tokens.peek(1).endsLine();
            condition = blocks.head(this::withoutThen);
            if (statementFollows) {
                tokens.skipLine();
                blocks.forgive("end if");
                return new Statement.If(List.of(), List.of(), token.at());
            }
        }
        tokens.accept("then");
        return onOneLine ? onOneLine(token, condition) : block(token, condition);
    }

    private Statement onOneLine(Token token, Expression condition) {
        blocks.open(token, true, "else");
        Statement.Branch branch = new Statement.Branch(condition, statements.get());
        List<Statement> otherwise = tokens.accept("else") ? statements.get() : List.of();
        blocks.close();
        return new Statement.If(List.of(branch), otherwise, token.at());
    }

    private Statement block(Token token, Expression condition) {
        if (blocks.onOneLine()) {
            throw tokens.unexpected("a statement", "An If within an If on one line has its statements on that line");
        }
        blocks.open(token, false, "else", "elseif", "end if");
        List<Statement.Branch> branches = new ArrayList<>();
        branches.add(new Statement.Branch(condition, statements.get()));
        while (tokens.is("elseif") || isElseIf()) {
            if (tokens.take().is("else")) {
                tokens.take();
            }
            Expression next = blocks.head(this::condition);
            tokens.accept("then");
            branches.add(new Statement.Branch(next, statements.get()));
        }
        List<Statement> otherwise = tokens.accept("else") ? statements.get() : List.of();
        blocks.end("end if");
        return new Statement.If(branches, otherwise, token.at());
    }

    /** Whether statements follow on the line of an If; looked up before, so that a bad condition cannot hide it. */
    private boolean isOnOneLine() {
        for (int i = 0; !tokens.peek(i).endsLine() && !tokens.peek(i).is(":"); i++) {
            if (tokens.peek(i).is("then")) {
                return !tokens.peek(i + 1).endsLine();
            }
        }
        return false;
    }

    /** {@code Else If} on a line of its own, which is {@code ElseIf}. */
    private boolean isElseIf() {
        if (!tokens.is("else") || !tokens.peek(1).is("if")) {
            return false;
        }
        for (int i = 2; !tokens.peek(i).endsLine() && !tokens.peek(i).is(":"); i++) {
            if (tokens.peek(i).is("then")) {
                return tokens.peek(i + 1).endsLine();
            }
        }
        return true;
    }

    private Expression condition() {
        Expression condition = expressions.expression();
        return tokens.is("then") || tokens.peek().endsLine() ? condition : withoutThen();
    }

    private Expression withoutThen() {
        throw tokens.unexpected("Then", "Write Then behind the condition");
    }

    /** Everything behind {@code Select}. */
    Statement select(Token token) {
        tokens.expect("case", "Case", "Write Select Case and what to choose by");
        Expression subject = blocks.head(expressions::expression);
        blocks.open(token, false, "case", "end select");
        List<Statement.Case> cases = new ArrayList<>();
        Optional<List<Statement>> otherwise = Optional.empty();
        List<Statement> before = statements.get();
        if (!before.isEmpty()) {
            problems.error(before.get(0).at(), "statements stand before the first Case", "Move them into a Case");
        }
        while (tokens.is("case")) {
            Token word = tokens.take();
            if (otherwise.isPresent()) {
                problems.error(word.at(), "found Case behind Case Else", "Put Case Else last");
            }
            if (tokens.accept("else")) {
                otherwise = Optional.of(statements.get());
            } else {
                List<Statement.Test> tests = new ArrayList<>();
                blocks.head(() -> tests(tests));
                cases.add(new Statement.Case(tests, statements.get()));
            }
        }
        blocks.end("end select");
        return new Statement.Select(subject, cases, otherwise.orElse(List.of()), token.at());
    }

    private Expression tests(List<Statement.Test> tests) {
        do {
            tests.add(test());
        } while (tokens.accept(","));
        if (!tokens.peek().endsLine() && !tokens.is(":")) {
            throw tokens.unexpected("the end of the line", "Separate values by commas");
        }
        return tests.get(0).value();
    }

    private Statement.Test test() {
        if (tokens.accept("is")) {
            Operator operator = Operator.of(tokens.peek());
            if (operator == null || !operator.compares()) {
                throw tokens.unexpected("a comparison such as >", "Write Case Is > 9");
            }
            tokens.take();
            return new Statement.Test(operator, expressions.expression(), Optional.empty());
        }
        Expression value = expressions.expression();
        Optional<Expression> to = tokens.accept("to") ? Optional.of(expressions.expression()) : Optional.empty();
        return new Statement.Test(Operator.EQUAL, value, to);
    }
}
