package io.xlink.acdmap.basic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out what expressions mean in one procedure. What is wrong is reported and taken for 0. */
final class ExpressionChecker {
    private final Scope scope;
    private final Locals locals;
    private final Typing typing;
    private final Optional<Variable> own;

    /** @param own variable of the Function's value, which its bare name means within the Function */
    ExpressionChecker(Scope scope, Locals locals, Optional<Variable> own) {
        this.scope = scope;
        this.locals = locals;
        this.typing = Typing.ofExpressions();
        this.own = own;
    }

    Typing typing() {
        return typing;
    }

    TypedExpression expression(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return constant(literal);
        }
        if (expression instanceof Expression.Group group) {
            return expression(group.inner());
        }
        if (expression instanceof Expression.Unary unary) {
            return typing.sign(unary.sign(), expression(unary.operand()), unary.at());
        }
        if (expression instanceof Expression.Binary binary) {
            TypedExpression left = expression(binary.left());
            return typing.binary(binary.operator(), left, expression(binary.right()), binary.at());
        }
        if (expression instanceof Expression.Name name) {
            return name(name);
        }
        if (expression instanceof Expression.Invocation invocation) {
            return invocation(invocation.name(), invocation.arguments());
        }
        return wrong(expression.at(), "an argument is missing", "Give it a value");
    }

    static TypedExpression.Constant constant(Expression.Literal literal) {
        Object value = literal.value();
        Kind kind = value instanceof Long
                ? Kind.WHOLE
                : value instanceof Double ? Kind.DOUBLE : value instanceof String ? Kind.STRING : Kind.BOOLEAN;
        return new TypedExpression.Constant(kind, value, literal.at());
    }

    TypedExpression condition(Expression expression) {
        return typing.to(Kind.BOOLEAN, expression(expression));
    }

    private TypedExpression wrong(int at, String what, String remedy) {
        scope.problems().error(at, what, remedy);
        return new TypedExpression.Constant(Kind.DOUBLE, 0.0, at);
    }

    private TypedExpression name(Expression.Name name) {
        Optional<Symbol> symbol = scope.find(name);
        if (symbol.isEmpty() && Functions.isFunction(name.key())) {
            return Functions.call(name, List.of(), typing, scope.problems());
        }
        if (symbol.isPresent() && symbol.get() instanceof Symbol.OfConstant constant) {
            return new TypedExpression.Constant(
                    constant.value().kind(), constant.value().value(), name.at());
        }
        Optional<Variable> variable = variable(name, symbol);
        if (variable.isPresent()) {
            scope.use(variable.get());
            return new TypedExpression.Read(variable.get(), name.at());
        }
        return invocation(name, List.of());
    }

    /** The variable that a name means; empty when it means something else. One that is not declared becomes one. */
    Optional<Variable> variable(Expression.Name name) {
        return variable(name, scope.find(name));
    }

    private Optional<Variable> variable(Expression.Name name, Optional<Symbol> symbol) {
        if (symbol.isEmpty()) {
            return Functions.isFunction(name.key()) ? Optional.empty() : Optional.of(locals.undeclared(name));
        }
        if (symbol.get() instanceof Symbol.OfVariable variable) {
            return Optional.of(variable.variable());
        }
        boolean isOwn = own.isPresent()
                && symbol.get() instanceof Symbol.OfProcedure procedure
                && procedure.header().value().equals(own);
        return isOwn ? own : Optional.empty();
    }

    private TypedExpression invocation(Expression.Name name, List<Expression> arguments) {
        Optional<Symbol> symbol = scope.find(name);
        if (symbol.isPresent() && symbol.get() instanceof Symbol.OfProcedure procedure) {
            if (!procedure.header().isFunction()) {
                return wrong(name.at(), name.text() + " is a Sub and has no value", "Make it a Function");
            }
            return invoke(procedure.header(), name, arguments);
        }
        if (symbol.isEmpty() && Functions.isFunction(name.key())) {
            return Functions.call(name, functionArguments(name, arguments), typing, scope.problems());
        }
        arguments.forEach(this::expression);
        if (symbol.isPresent()) {
            return wrong(
                    name.at(),
                    name.text() + " is no function, and arrays do not exist here",
                    "Write it without parentheses, or put an operator between");
        }
        return wrong(
                name.at(),
                "there is no function " + name.text(),
                scope.problems()
                        .remedy(
                                name.text(),
                                this::functions,
                                "Use one of docs/enable-basic.md, or write it in the script"));
    }

    private List<TypedExpression> functionArguments(Expression.Name name, List<Expression> arguments) {
        List<TypedExpression> typed = new ArrayList<>();
        for (Expression argument : arguments) {
            boolean leftOut = argument instanceof Expression.Missing && !typed.isEmpty();
            // What stands behind the text of a dialog is for its window, which does not exist here.
            if (!leftOut || !name.key().equals(Functions.DIALOG)) {
                typed.add(expression(argument));
            }
        }
        return typed;
    }

    /** A call that stands as a statement. */
    TypedExpression call(Expression.Name name, List<Expression> arguments) {
        Optional<Symbol> symbol = scope.find(name);
        if (symbol.isPresent() && symbol.get() instanceof Symbol.OfProcedure procedure) {
            return invoke(procedure.header(), name, arguments);
        }
        if (symbol.isEmpty() && name.key().equals(Functions.DIALOG)) {
            return Functions.call(name, functionArguments(name, arguments), typing, scope.problems());
        }
        if (symbol.isPresent()) {
            return wrong(name.at(), name.text() + " is no Sub", "Assign by " + name.text() + " = value");
        }
        if (Functions.isFunction(name.key())) {
            return wrong(name.at(), "the value of " + name.text() + " is not used", "Assign it to a variable");
        }
        String topic = Words.ELSEWHERE.get(name.key());
        if (topic != null) {
            return wrong(
                    name.at(), name.text() + " does not exist here: there are no " + topic, "Remove the statement");
        }
        return wrong(
                name.at(),
                "there is no Sub or statement " + name.text(),
                scope.problems().remedy(name.text(), this::callable, "Assign by name = value, or write the Sub"));
    }

    private List<String> functions() {
        List<String> known = new ArrayList<>(Functions.names());
        known.addAll(scope.procedures());
        return known;
    }

    private List<String> callable() {
        List<String> known = new ArrayList<>(scope.procedures());
        known.add("MsgBox");
        known.addAll(Words.BEGINNINGS);
        return known;
    }

    private TypedExpression invoke(ProcedureHeader procedure, Expression.Name name, List<Expression> arguments) {
        List<ProcedureHeader.Parameter> parameters = procedure.parameters();
        if (arguments.size() != parameters.size()) {
            return wrong(
                    name.at(),
                    procedure.name() + " has " + Functions.count(arguments.size()) + " where " + parameters.size()
                            + (parameters.size() == 1 ? " is" : " are") + " expected",
                    "Give each parameter a value");
        }
        List<TypedExpression> typed = new ArrayList<>();
        List<TypedStatement.Assignment> after = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            ProcedureHeader.Parameter parameter = parameters.get(i);
            Expression argument = arguments.get(i);
            typed.add(typing.to(parameter.variable().type(), expression(argument)));
            if (parameter.last().isPresent() && argument instanceof Expression.Name given) {
                variable(given)
                        .map(target -> assignment(
                                target,
                                new TypedExpression.Read(parameter.last().get(), argument.at())))
                        .ifPresent(after::add);
            }
        }
        Kind kind = procedure.value().map(Variable::kind).orElse(null);
        return new TypedExpression.Invoke(procedure, kind, typed, after, name.at());
    }

    TypedStatement.Assignment assignment(Variable target, TypedExpression value) {
        scope.assign(target);
        return new TypedStatement.Assignment(target, typing.to(target.type(), value));
    }
}
