package io.xlink.acdmap.basic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a tree of a script's tokens: declarations and procedures. */
final class Parser {
    private final TokenReader tokens;
    private final Problems problems;
    private final ExpressionParser expressions;
    private final DeclarationParser declarationParser;
    private final Blocks blocks;
    private final StatementParser statementParser;
    private final List<Statement> declarations = new ArrayList<>();
    private final List<Statement.Procedure> procedures = new ArrayList<>();
    private boolean explicit;
    /** Whether every procedure has a name; else calls of it would be reported in vain. */
    private boolean allNamed = true;

    private Parser(List<Token> tokens, Problems problems) {
        this.tokens = new TokenReader(tokens);
        this.problems = problems;
        this.expressions = new ExpressionParser(this.tokens);
        this.declarationParser = new DeclarationParser(this.tokens, expressions);
        this.blocks = new Blocks(this.tokens, problems);
        this.statementParser = new StatementParser(this.tokens, problems, blocks);
    }

    /** The script; every problem in it is reported, as far as it can be read behind one. */
    static Statement.Script parse(List<Token> tokens, Problems problems) {
        return new Parser(tokens, problems).script();
    }

    private Statement.Script script() {
        boolean sound = true;
        try {
            while (tokens.peek().sort() != Token.Sort.END_OF_SCRIPT) {
                if (tokens.is(":") || tokens.peek().endsLine()) {
                    tokens.take();
                } else {
                    sound &= outsideProcedures();
                }
            }
        } catch (SyntaxError e) {
            e.report(problems);
            sound = false;
        }
        return new Statement.Script(explicit, declarations, procedures, sound && allNamed);
    }

    /** Reads one declaration or procedure. @return false when it could not be read */
    private boolean outsideProcedures() {
        try {
            tokens.beginStatement();
            declaration();
            if (!tokens.peek().endsLine() && !tokens.is(":") && !blocks.missedHere()) {
                throw tokens.unexpected("the end of the statement", "Begin a new line, or write : between statements");
            }
            return true;
        } catch (SyntaxError e) {
            if (e.last()) {
                throw e;
            }
            e.report(problems);
            tokens.skipStatement();
            return false;
        }
    }

    private void declaration() {
        Token token = tokens.peek();
        boolean visible = tokens.accept("public") || tokens.accept("private") || tokens.accept("global");
        if (tokens.is("sub") || tokens.is("function")) {
            procedure(tokens.take());
        } else if (visible && isElsewhere()) {
            throw tokens.elsewhere();
        } else if (tokens.accept("const")) {
            declarations.addAll(declarationParser.constants(token.at()));
        } else if (tokens.accept("dim") || visible) {
            declarations.addAll(declarationParser.dim(token.at()));
        } else if (tokens.accept("option")) {
            option();
        } else if (!blocks.acceptMissed()) {
            if (blocks.missesProcedureEnd()) {
                // It belongs to the procedure whose end was missed where this one begins.
                tokens.skipStatement();
            } else {
                throw outside(token);
            }
        }
    }

    /** Whether a name begins a declaration that does not exist here, and is not declared itself. */
    private boolean isElsewhere() {
        Token next = tokens.peek(1);
        return Words.ELSEWHERE.containsKey(tokens.peek().key())
                && (next.sort() == Token.Sort.NAME || next.is("sub") || next.is("function"));
    }

    private SyntaxError outside(Token token) {
        if (token.sort() == Token.Sort.STRANGE) {
            return tokens.unexpected("a declaration", "Remove it");
        }
        boolean isName = token.sort() == Token.Sort.NAME;
        if (isName
                && Words.ELSEWHERE.containsKey(token.key())
                && !tokens.peek(1).is("=")) {
            return tokens.elsewhere();
        }
        Optional<String> near = isName ? Problems.near(token.text(), Words.BEGINNINGS) : Optional.empty();
        return tokens.error(
                token,
                "found " + token.shown() + " outside of any procedure",
                near.orElse("Only declarations stand there; put statements between Sub and End Sub"));
    }

    private void option() {
        Token token = tokens.take();
        switch (token.key()) {
            case "explicit" -> explicit = true;
            case "base" -> {
                if (!(tokens.peek().value() instanceof Long)) {
                    throw tokens.unexpected("0 or 1", "Write Option Base 0, or leave it out");
                }
                tokens.take();
            }
            case "compare" -> {
                if (!tokens.peek().key().equals("binary")) {
                    throw tokens.unexpected("Binary", "Texts are compared by their characters' codes only");
                }
                tokens.take();
            }
            default ->
                throw tokens.error(
                        token,
                        "found " + token.shown() + " where Explicit, Base or Compare is expected",
                        "Write Option Explicit, Option Base or Option Compare Binary");
        }
    }

    private void procedure(Token word) {
        int before = problems.errorsFound();
        boolean isFunction = word.is("function");
        Expression.Name name =
                new Expression.Name("", Token.NO_MARK, tokens.peek().at());
        List<Statement.Parameter> parameters = List.of();
        Optional<Type> result = Optional.empty();
        try {
            name = tokens.name("a name");
            parameters = declarationParser.parameters();
            if (tokens.is("as") && !isFunction) {
                throw tokens.error(tokens.peek(), "a Sub has no value and so no type", "Make it a Function");
            }
            result = declarationParser.type();
            if (!tokens.peek().endsLine() && !tokens.is(":")) {
                throw tokens.unexpected("the end of the line", "Put the statements on lines of their own");
            }
        } catch (SyntaxError e) {
            e.report(problems);
            tokens.skipLine();
            allNamed &= !name.text().isEmpty();
        }
        List<Statement> body = statementParser.body(word, isFunction ? "end function" : "end sub");
        boolean sound = problems.errorsFound() == before;
        procedures.add(new Statement.Procedure(name, isFunction, parameters, result, body, sound));
    }
}
