package io.xlink.acdmap.basic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Finds out what the statements of one procedure do. */
final class StatementChecker {
    private record OpenLoop(int id, String word) {}

    private final Scope scope;
    private final Locals locals;
    private final ExpressionChecker expressions;
    private final Typing typing;
    private final boolean isFunction;
    private final Deque<OpenLoop> loops = new ArrayDeque<>();
    private int nextLoop;
    private int depth;

    StatementChecker(Scope scope, Locals locals, Optional<Variable> own) {
        this.scope = scope;
        this.locals = locals;
        this.expressions = new ExpressionChecker(scope, locals, own);
        this.typing = expressions.typing();
        this.isFunction = own.isPresent();
    }

    List<TypedStatement> statements(List<Statement> statements) {
        depth++;
        List<TypedStatement> typed = new ArrayList<>();
        statements.forEach(statement -> add(statement, typed));
        depth--;
        return typed;
    }

    private void add(Statement statement, List<TypedStatement> typed) {
        if (statement instanceof Statement.Assign assign) {
            target(assign.target(), assign.value()).ifPresent(typed::add);
        } else if (statement instanceof Statement.Call call) {
            typed.add(new TypedStatement.Evaluate(expressions.call(call.name(), call.arguments())));
        } else if (statement instanceof Statement.If branches) {
            typed.add(choose(branches));
        } else if (statement instanceof Statement.Select select) {
            select(select, typed);
        } else if (statement instanceof Statement.For loop) {
            forLoop(loop, typed);
        } else if (statement instanceof Statement.Loop loop) {
            typed.add(loop(loop));
        } else if (statement instanceof Statement.Exit exit) {
            exit(exit).ifPresent(typed::add);
        } else if (statement instanceof Statement.End) {
            typed.add(new TypedStatement.End());
        }
        // Dim and Const are read before all statements.
    }

    private Optional<TypedStatement> target(Expression.Name name, Expression value) {
        // First, so that a name without Dim is reported where it stands first.
        Optional<Variable> target = target(name);
        TypedExpression typed = expressions.expression(value);
        return target.map(variable -> expressions.assignment(variable, typed));
    }

    private Optional<Variable> target(Expression.Name name) {
        Optional<Variable> variable = expressions.variable(name);
        if (variable.isEmpty()) {
            Optional<Symbol> symbol = scope.find(name);
            String what = symbol.isEmpty()
                    ? "a function of the language"
                    : symbol.get() instanceof Symbol.OfConstant ? "a constant" : "a procedure";
            scope.problems()
                    .error(name.at(), name.text() + " is " + what + " and cannot be assigned", "Use a variable");
        }
        return variable;
    }

    private TypedStatement choose(Statement.If branches) {
        List<TypedStatement.Alternative> alternatives = new ArrayList<>();
        for (Statement.Branch branch : branches.branches()) {
            TypedExpression condition = expressions.condition(branch.condition());
            alternatives.add(new TypedStatement.Alternative(List.of(condition), statements(branch.body())));
        }
        return new TypedStatement.Choose(alternatives, statements(branches.otherwise()));
    }

    private void select(Statement.Select select, List<TypedStatement> typed) {
        TypedExpression value = expressions.expression(select.subject());
        Variable kept = locals.hidden("select", value.kind(), depth);
        typed.add(new TypedStatement.Assignment(kept, value));
        TypedExpression subject = new TypedExpression.Read(kept, value.at());
        List<TypedStatement.Alternative> alternatives = new ArrayList<>();
        for (Statement.Case one : select.cases()) {
            List<TypedExpression> tests = new ArrayList<>();
            one.tests().forEach(test -> tests.add(test(subject, test)));
            alternatives.add(new TypedStatement.Alternative(tests, statements(one.body())));
        }
        typed.add(new TypedStatement.Choose(alternatives, statements(select.otherwise())));
    }

    private TypedExpression test(TypedExpression subject, Statement.Test test) {
        TypedExpression value = expressions.expression(test.value());
        int at = value.at();
        if (test.to().isEmpty()) {
            return typing.binary(test.operator(), subject, value, at);
        }
        TypedExpression last = expressions.expression(test.to().get());
        return typing.binary(
                Operator.AND,
                typing.binary(Operator.GREATER_OR_EQUAL, subject, value, at),
                typing.binary(Operator.LESS_OR_EQUAL, subject, last, last.at()),
                at);
    }

    private void forLoop(Statement.For loop, List<TypedStatement> typed) {
        Optional<Variable> target = target(loop.variable());
        TypedExpression from = expressions.expression(loop.from());
        TypedExpression to = expressions.expression(loop.to());
        TypedExpression step = loop.step()
                .map(expressions::expression)
                .orElse(new TypedExpression.Constant(Kind.WHOLE, 1L, loop.at()));
        if (target.isPresent() && !target.get().kind().isNumber()) {
            scope.problems().error(loop.variable().at(), loop.variable().text() + " is no number", "Count by a number");
            target = Optional.empty();
        }
        if (target.isEmpty()) {
            body(loop.body(), "for");
            return;
        }
        Variable variable = target.get();
        TypedExpression read = new TypedExpression.Read(variable, loop.at());
        TypedExpression first = kept("first", typing.to(variable.type(), from), typed);
        TypedExpression limit = kept("limit", typing.to(variable.type(), to), typed);
        TypedExpression by = kept("step", typing.to(variable.type(), step), typed);
        typed.add(expressions.assignment(variable, first));

        TypedExpression up = typing.binary(Operator.LESS_OR_EQUAL, read, limit, loop.at());
        TypedExpression down = typing.binary(Operator.GREATER_OR_EQUAL, read, limit, loop.at());
        TypedExpression zero = new TypedExpression.Constant(Kind.WHOLE, 0L, loop.at());
        TypedExpression isUp = typing.binary(Operator.GREATER_OR_EQUAL, by, zero, loop.at());
        TypedExpression goOn = isUp instanceof TypedExpression.Constant constant
                ? (Boolean) constant.value() ? up : down
                : typing.apply(Operation.IIF_BOOLEAN, loop.at(), isUp, up, down);
        TypedStatement.Assignment advance =
                expressions.assignment(variable, typing.binary(Operator.ADD, read, by, loop.at()));
        int id = nextLoop;
        List<TypedStatement> body = body(loop.body(), "for");
        typed.add(new TypedStatement.Loop(id, Optional.of(goOn), body, List.of(advance), Optional.empty(), loop.at()));
    }

    /** A value that is computed once, before a loop. */
    private TypedExpression kept(String use, TypedExpression value, List<TypedStatement> typed) {
        if (value instanceof TypedExpression.Constant) {
            return value;
        }
        Variable variable = locals.hidden(use, value.kind(), depth);
        typed.add(new TypedStatement.Assignment(variable, value));
        return new TypedExpression.Read(variable, value.at());
    }

    private List<TypedStatement> body(List<Statement> statements, String word) {
        loops.push(new OpenLoop(nextLoop++, word));
        List<TypedStatement> body = statements(statements);
        loops.pop();
        return body;
    }

    private TypedStatement loop(Statement.Loop loop) {
        int id = nextLoop;
        Optional<TypedExpression> before = loop.before().map(this::condition);
        List<TypedStatement> body = body(loop.body(), loop.isDo() ? "do" : "while");
        return new TypedStatement.Loop(id, before, body, List.of(), loop.after().map(this::condition), loop.at());
    }

    private TypedExpression condition(Statement.Condition condition) {
        TypedExpression typed = expressions.condition(condition.expression());
        return condition.until() ? typing.apply(Operation.NOT_BOOLEAN, typed.at(), typed) : typed;
    }

    private Optional<TypedStatement> exit(Statement.Exit exit) {
        String what = exit.what();
        if (what.equals("sub") || what.equals("function")) {
            if (isFunction != what.equals("function")) {
                scope.problems()
                        .error(
                                exit.at(),
                                isFunction ? "found Exit Sub in a Function" : "found Exit Function in a Sub",
                                isFunction ? "Write Exit Function" : "Write Exit Sub");
            }
            return Optional.of(new TypedStatement.Return());
        }
        Optional<TypedStatement> leave = loops.stream()
                .filter(loop -> loop.word().equals(what))
                .findFirst()
                .map(loop -> new TypedStatement.Leave(loop.id()));
        if (leave.isEmpty()) {
            String shown = Blocks.shown(what);
            scope.problems()
                    .error(exit.at(), "found Exit " + shown + " outside of any " + shown, "Remove it, or use Exit Sub");
        }
        return leave;
    }
}
