package io.xlink.acdmap.basic.naive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a script: its procedures, declarations and simple statements; the blocks are read by {@link Blocks}. */
class Statements extends Expressions {
    private static final Set<String> DECLARING = Set.of("DIM", "GLOBAL", "PUBLIC", "PRIVATE");

    final Map<String, Procedure> procedures = new LinkedHashMap<>();
    /** Declared outside procedures. */
    final Procedure outside = new Procedure("");

    /** The one that is being read. */
    private Procedure current = outside;

    Statements(List<Token> tokens) {
        super(tokens);
    }

    final void script() {
        while (peek().kind() != Token.Kind.END) {
            if (peek().endsStatement()) {
                next();
            } else if (take("OPTION")) {
                while (!peek().endsStatement()) {
                    next();
                }
            } else if (peek().is("SUB") || peek().is("FUNCTION")) {
                procedure();
            } else {
                declaration();
            }
        }
    }

    private void procedure() {
        String end = next().text();
        char character = peek().typeCharacter();
        current = new Procedure(name());
        characters = current.characters;
        if (take("(")) {
            while (!take(")")) {
                current.parameters.add(parameter());
                take(",");
            }
        }
        if (end.equals("FUNCTION")) {
            current.value = Optional.of(typeBehind(character));
        }
        procedures.put(current.name, current);
        current.body = block("END " + end);
        next();
        next();
        current = outside;
        characters = outside.characters;
    }

    private Procedure.Parameter parameter() {
        boolean byRef = !take("BYVAL");
        take("BYREF");
        char character = peek().typeCharacter();
        String name = name();
        return new Procedure.Parameter(name, typeBehind(character), byRef);
    }

    private Cell.Type typeBehind(char character) {
        if (!take("AS")) {
            return type(character);
        }
        return switch (name()) {
            case "INTEGER" -> Cell.Type.INTEGER;
            case "LONG" -> Cell.Type.LONG;
            case "STRING" -> Cell.Type.STRING;
            case "BOOLEAN" -> Cell.Type.BOOLEAN;
            default -> Cell.Type.DOUBLE;
        };
    }

    private boolean declaration() {
        if (DECLARING.contains(peek().text()) && peek().kind() == Token.Kind.NAME) {
            next();
            if (!take("CONST")) {
                do {
                    char character = peek().typeCharacter();
                    String name = name();
                    Cell.Type type = typeBehind(character);
                    if (!isGiven(name)) {
                        current.variables.put(name, type);
                    }
                } while (take(","));
                return true;
            }
        } else if (!take("CONST")) {
            return false;
        }
        do {
            char character = peek().typeCharacter();
            String name = name();
            boolean typed = character != ' ' || peek().is("AS");
            Cell.Type type = typeBehind(character);
            expect("=");
            Expression expression = expression();
            Object value = expression.value(new Frame(constantsSoFar(), current));
            current.constants.put(name, typed ? Cell.as(type, value) : value);
        } while (take(","));
        return true;
    }

    private Machine constantsSoFar() {
        Machine machine = new Machine(procedures);
        machine.constants.putAll(outside.constants);
        return machine;
    }

    static boolean isGiven(String name) {
        return name.matches("PARA[0-9]+|WEEKDAY|MINUTES|RESULT");
    }

    /** Statements up to one of the given beginnings, which is left to the caller. */
    final Statement block(String... ends) {
        List<Statement> statements = new ArrayList<>();
        while (!isAt(ends)) {
            if (peek().kind() == Token.Kind.END) {
                throw new IllegalArgumentException("expected " + List.of(ends));
            }
            if (peek().endsStatement()) {
                next();
            } else {
                statements.add(statement());
            }
        }
        return inTurn(statements);
    }

    static Statement inTurn(List<Statement> statements) {
        return frame -> {
            for (Statement statement : statements) {
                statement.run(frame);
            }
        };
    }

    final boolean isAt(String... beginnings) {
        for (String beginning : beginnings) {
            int blank = beginning.indexOf(' ');
            boolean at = blank < 0
                    ? peek().is(beginning)
                    : peek().is(beginning.substring(0, blank)) && peek(1).is(beginning.substring(blank + 1));
            if (at) {
                return true;
            }
        }
        return false;
    }

    final Statement statement() {
        int line = peek().line();
        return declaration() ? frame -> {} : new Blocks(this).begun(line).orElseGet(() -> simple(line));
    }

    private Statement simple(int line) {
        if (take("EXIT")) {
            String what = next().text();
            String left = what.equals("FOR") ? "for" : what.equals("DO") ? "do" : "procedure";
            return frame -> {
                throw new Leave(left);
            };
        }
        if (take("END")) {
            return frame -> {
                throw new Leave("script");
            };
        }
        boolean let = take("LET");
        boolean call = !let && take("CALL");
        String name = name();
        if (let || !call && peek().is("=")) {
            expect("=");
            Expression expression = expression();
            return Statement.at(line, frame -> {
                Object value = expression.value(frame);
                frame.variable(name).set(value);
            });
        }
        List<Expression> arguments = new ArrayList<>();
        if (!peek().endsStatement() && !peek().is("ELSE")) {
            arguments = call ? inParentheses() : list();
        }
        Expression called =
                Functions.NAMES.contains(name) ? new Function(name, arguments) : new Expression.Call(name, arguments);
        return Statement.at(line, frame -> called.value(frame));
    }
}
