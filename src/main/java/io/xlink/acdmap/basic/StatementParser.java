package io.xlink.acdmap.basic;

import java.util.ArrayList;
import java.util.List;

/** Reads the statements of procedures. What cannot be read is reported and left out, up to the statement's end. */
final class StatementParser {
    private final TokenReader tokens;
    private final Problems problems;
    private final ExpressionParser expressions;
    private final DeclarationParser declarations;
    private final Blocks blocks;
    private final ChoiceParser choices;
    private final LoopParser loops;

    StatementParser(TokenReader tokens, Problems problems, Blocks blocks) {
        this.tokens = tokens;
        this.problems = problems;
        this.expressions = new ExpressionParser(tokens);
        this.declarations = new DeclarationParser(tokens, expressions);
        this.blocks = blocks;
        this.choices = new ChoiceParser(tokens, problems, expressions, blocks, this::statements);
        this.loops = new LoopParser(tokens, expressions, blocks, this::statements);
    }

    /** A procedure's statements with its end. @param end {@code end sub} or {@code end function} */
    List<Statement> body(Token beginning, String end) {
        blocks.open(beginning, false, "end sub", "end function");
        List<Statement> body = statements();
        blocks.end(end);
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
            } else if (blocks.endsAny(end)) {
                return statements;
            } else if (!blocks.acceptMissed()) {
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
            boolean elseOfLine = tokens.is("else") && blocks.onOneLine();
            if (!tokens.peek().endsLine() && !tokens.is(":") && !elseOfLine && !blocks.missedHere()) {
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
            case "if" -> List.of(choices.ifStatement(tokens.take()));
            case "select" -> List.of(choices.select(tokens.take()));
            case "for" -> List.of(loops.forLoop(tokens.take()));
            case "while" -> List.of(loops.whileLoop(tokens.take()));
            case "do" -> List.of(loops.doLoop(tokens.take()));
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
        if (Words.ELSEWHERE.containsKey(token.key())) {
            throw tokens.elsewhere();
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
}
