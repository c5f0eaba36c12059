package io.xlink.acdmap.basic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the statements of procedures. What cannot be read is reported and left out, up to the statement's end. */
final class StatementParser {
    private final TokenReader tokens;
    private final Problems problems;
    private final ExpressionParser expressions;
    private final DeclarationParser declarations;
    private final Blocks blocks;

    StatementParser(TokenReader tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
        this.expressions = new ExpressionParser(tokens);
        this.declarations = new DeclarationParser(tokens, expressions);
        this.blocks = new Blocks(tokens);
    }

    /** A procedure's statements with its end. @param end {@code end sub} or {@code end function} */
    List<Statement> body(Token beginning, String end) {
        blocks.open(beginning, false, end);
        List<Statement> body = statements();
        end(end);
        return body;
    }

    /** Statements up to an end of the innermost block, which is not taken. */
    private List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        while (true) {
            while (tokens.is(":") || (tokens.peek().sort() == Token.Sort.END_OF_LINE && !blocks.onOneLine())) {
                tokens.take();
            }
            tokens.beginStatement();
            String end = blocks.endHere();
            if (tokens.peek().endsLine() && blocks.onOneLine()) {
                return statements;
            }
            if (end == null) {
                read(statements);
            } else if (end.isEmpty() || blocks.innermostEndsWith(end) || blocks.anyEndsWith(end)) {
                return statements;
            } else {
                String shown = Blocks.shown(end);
                problems.error(
                        tokens.peek().at(),
                        "found " + shown + ", but nothing is open that it could belong to",
                        "Remove it, or put in what it belongs to");
                blocks.takeEnd(end);
                tokens.skipStatement();
            }
        }
    }

    private void read(List<Statement> statements) {
        try {
            statements.addAll(statement());
            if (!tokens.peek().endsLine() && !tokens.is(":") && !(tokens.is("else") && blocks.onOneLine())) {
                throw tokens.unexpected("the end of the statement", "Begin a new line, or write : between statements");
            }
        } catch (SyntaxError e) {
            if (e.last()) {
                throw e;
            }
            e.report(problems);
            tokens.skipStatement();
        }
    }

    /** Takes the end of the innermost block, or reports that it is missing. */
    private void end(String end) {
        if (end.equals(blocks.endHere())) {
            blocks.takeEnd(end);
        } else {
            Token beginning = blocks.beginning();
            problems.error(
                    tokens.peek().at(),
                    "found " + tokens.peek().shown() + " where " + Blocks.shown(end) + " is expected",
                    "End the " + beginning.shown() + " of line " + problems.line(beginning.at()) + " with "
                            + Blocks.shown(end));
        }
        blocks.close();
    }

    private List<Statement> statement() {
        Token token = tokens.peek();
        if (token.sort() == Token.Sort.NAME) {
            return List.of(assignmentOrCall());
        }
        if (token.sort() != Token.Sort.WORD) {
            throw tokens.unexpected("a statement", "Begin it with a name or a word such as If");
        }
        return switch (token.key()) {
            case "dim" -> declarations.dim(tokens.take().at());
            case "const" -> declarations.constants(tokens.take().at());
            case "let" -> List.of(let(tokens.take()));
            case "if" -> List.of(ifStatement(tokens.take()));
            case "select" -> List.of(select(tokens.take()));
            case "for" -> List.of(forLoop(tokens.take()));
            case "while" -> List.of(whileLoop(tokens.take()));
            case "do" -> List.of(doLoop(tokens.take()));
            case "exit" -> List.of(exit(tokens.take()));
            case "end" -> List.of(new Statement.End(tokens.take().at()));
            case "call" -> List.of(call(tokens.take()));
            case "global", "public", "private", "option" ->
                throw tokens.error(token, token.shown() + " stands only outside procedures", "Move it there");
            default -> throw tokens.unexpected("a statement", "Begin it with a name or a word such as If");
        };
    }

    private Statement let(Token let) {
        Expression.Name target = tokens.name("the name of a variable");
        return assignment(target, let.at());
    }

    private Statement assignment(Expression.Name target, int at) {
        tokens.expect("=", "\"=\"", "Assign by name = value");
        return new Statement.Assign(target, expressions.expression(), at);
    }

    private Statement assignmentOrCall() {
        Token token = tokens.peek();
        if (tokens.peek(1).is("=")) {
            return assignment(tokens.name("a name"), token.at());
        }
        String topic = Words.ELSEWHERE.get(token.key());
        if (topic != null) {
            throw tokens.error(
                    token,
                    token.shown() + " does not exist here: there are no " + topic,
                    "Remove the statement; a script only computes Result");
        }
        Expression.Name name = tokens.name("a name");
        if (tokens.is("(") && tokens.peek(1).is(")")) {
            return new Statement.Call(name, expressions.argumentsInParentheses());
        }
        boolean ends = tokens.peek().endsLine() || tokens.is(":") || tokens.is("else");
        return new Statement.Call(name, ends ? List.of() : expressions.arguments());
    }

    private Statement call(Token call) {
        Expression.Name name = tokens.name("the name of a Sub or Function");
        return new Statement.Call(name, tokens.is("(") ? expressions.argumentsInParentheses() : List.of());
    }

    private Statement exit(Token exit) {
        Token what = tokens.peek();
        if (!what.is("for") && !what.is("do") && !what.is("sub") && !what.is("function")) {
            throw tokens.unexpected("For, Do, Sub or Function", "Say what to leave");
        }
        return new Statement.Exit(tokens.take().key(), exit.at());
    }

    private Statement ifStatement(Token token) {
        boolean onOneLine = isOnOneLine();
        Expression condition = condition();
        tokens.accept("then");
        List<Statement.Branch> branches = new ArrayList<>();
        List<Statement> otherwise = List.of();
        if (onOneLine) {
            blocks.open(token, true, "else");
            branches.add(new Statement.Branch(condition, statements()));
            if (tokens.accept("else")) {
                otherwise = statements();
            }
            blocks.close();
            return new Statement.If(branches, otherwise, token.at());
        }
        if (blocks.onOneLine()) {
            throw tokens.unexpected("a statement", "An If within an If on one line has its statements on that line");
        }
        blocks.open(token, false, "else", "elseif", "end if");
        branches.add(new Statement.Branch(condition, statements()));
        while (tokens.is("elseif") || isElseIf()) {
            if (tokens.take().is("else")) {
                tokens.take();
            }
            Expression next = condition();
            tokens.accept("then");
            branches.add(new Statement.Branch(next, statements()));
        }
        if (tokens.accept("else")) {
            otherwise = statements();
        }
        end("end if");
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
        return recovering(() -> {
            Expression condition = expressions.expression();
            if (!tokens.is("then") && !tokens.peek().endsLine()) {
                throw tokens.unexpected("Then", "Write Then behind the condition");
            }
            return condition;
        });
    }

    /** Reads the head of a block; where it is wrong, its body is read nevertheless. */
    private Expression recovering(Supplier<Expression> head) {
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

    private Statement select(Token token) {
        tokens.expect("case", "Case", "Write Select Case and what to choose by");
        Expression subject = recovering(expressions::expression);
        blocks.open(token, false, "case", "end select");
        List<Statement.Case> cases = new ArrayList<>();
        Optional<List<Statement>> otherwise = Optional.empty();
        Token before = tokens.peek();
        if (!statements().isEmpty()) {
            problems.error(before.at(), "statements stand before the first Case", "Move them into a Case");
        }
        while (tokens.is("case")) {
            Token word = tokens.take();
            if (otherwise.isPresent()) {
                problems.error(word.at(), "found Case behind Case Else", "Put Case Else last");
            }
            if (tokens.accept("else")) {
                otherwise = Optional.of(statements());
            } else {
                List<Statement.Test> tests = new ArrayList<>();
                recovering(() -> {
                    do {
                        tests.add(test());
                    } while (tokens.accept(","));
                    if (!tokens.peek().endsLine() && !tokens.is(":")) {
                        throw tokens.unexpected("the end of the line", "Separate values by commas");
                    }
                    return null;
                });
                cases.add(new Statement.Case(tests, statements()));
            }
        }
        end("end select");
        return new Statement.Select(subject, cases, otherwise.orElse(List.of()), token.at());
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

    private Statement forLoop(Token token) {
        Expression.Name[] variable = {new Expression.Name("", Token.NO_MARK, token.at())};
        Expression[] values = new Expression[3];
        recovering(() -> {
            variable[0] = tokens.name("the name of a variable");
            tokens.expect("=", "\"=\"", "Write For name = first To last");
            values[0] = expressions.expression();
            tokens.expect("to", "To", "Write For name = first To last");
            values[1] = expressions.expression();
            values[2] = tokens.accept("step") ? expressions.expression() : null;
            return null;
        });
        blocks.open(token, false, "next");
        List<Statement> body = statements();
        boolean ended = tokens.is("next");
        end("next");
        if (ended && tokens.peek().sort() == Token.Sort.NAME) {
            Token name = tokens.peek();
            Expression.Name next = tokens.name("a name");
            if (!next.key().equals(variable[0].key()) && !variable[0].text().isEmpty()) {
                throw tokens.error(
                        name,
                        "found Next " + name.shown() + " where Next " + variable[0].text() + " is expected",
                        "Close the inner loop first");
            }
        }
        return new Statement.For(variable[0], values[0], values[1], Optional.ofNullable(values[2]), body, token.at());
    }

    private Statement whileLoop(Token token) {
        Statement.Condition condition = new Statement.Condition(recovering(expressions::expression), false);
        blocks.open(token, false, "wend");
        List<Statement> body = statements();
        end("wend");
        return new Statement.Loop(false, Optional.of(condition), body, Optional.empty(), token.at());
    }

    private Statement doLoop(Token token) {
        Optional<Statement.Condition> before = loopCondition();
        blocks.open(token, false, "loop");
        List<Statement> body = statements();
        boolean ended = tokens.is("loop");
        end("loop");
        Token word = tokens.peek();
        Optional<Statement.Condition> after = ended ? loopCondition() : Optional.empty();
        if (before.isPresent() && after.isPresent()) {
            throw tokens.error(word, "the loop has a condition at both ends", "Keep one, and leave by Exit Do");
        }
        return new Statement.Loop(true, before, body, after, token.at());
    }

    private Optional<Statement.Condition> loopCondition() {
        if (!tokens.is("while") && !tokens.is("until")) {
            return Optional.empty();
        }
        boolean until = tokens.take().is("until");
        return Optional.of(new Statement.Condition(recovering(expressions::expression), until));
    }
}
