package io.xlink.acdmap.basic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a typed tree of a script's tree: finds what every name means, and reports what means nothing. */
final class Checker {
    private static final int MOST_PARAMETERS = 60;

    private final Statement.Script script;
    private final Problems problems;
    private final Scope scope;
    private final Declarations declarations;
    private final List<Variable> fields = new ArrayList<>();

    private Checker(Statement.Script script, Problems problems) {
        this.script = script;
        this.problems = problems;
        this.scope = new Scope(problems, script.explicit());
        this.declarations = new Declarations(problems);
    }

    /** The typed tree; empty when there are errors, found here or before. */
    static Optional<TypedScript> check(Statement.Script script, Problems problems) {
        // Where a declaration could not be read, everything that uses it would be reported too.
        return script.sound() ? new Checker(script, problems).check() : Optional.empty();
    }

    private Optional<TypedScript> check() {
        declarations.declare(script.declarations(), scope, this::field);
        List<ProcedureHeader> headers = new ArrayList<>();
        script.procedures().forEach(procedure -> headers.add(header(procedure)));
        List<TypedScript.Procedure> procedures = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            if (script.procedures().get(i).sound()) {
                procedures.add(procedure(script.procedures().get(i), headers.get(i)));
            }
        }
        Optional<ProcedureHeader> main = main(headers);
        if (problems.errorsFound() > 0 || main.isEmpty()) {
            return Optional.empty();
        }
        if (!scope.resultAssigned()) {
            problems.warn(
                    main.get().at(), "Result is never assigned, so 0 is delivered", "Assign it: Result = expression");
        }
        return Optional.of(new TypedScript(scope.paras(), fields, procedures, main.get()));
    }

    private Variable field(String name, Type type) {
        Variable field = new Variable(name, type, Variable.Place.MODULE, fields.size());
        fields.add(field);
        return field;
    }

    private ProcedureHeader header(Statement.Procedure procedure) {
        List<ProcedureHeader.Parameter> parameters = new ArrayList<>();
        for (Statement.Parameter parameter : procedure.parameters()) {
            Type type = declarations.type(parameter.name(), parameter.type());
            Variable variable = new Variable(parameter.name().text(), type, Variable.Place.LOCAL, parameters.size());
            Optional<Variable> last = parameter.byValue() ? Optional.empty() : Optional.of(field("", type));
            parameters.add(new ProcedureHeader.Parameter(variable, last));
        }
        if (parameters.size() > MOST_PARAMETERS) {
            problems.error(
                    procedure.name().at(),
                    procedure.name().text() + " has more than " + MOST_PARAMETERS + " parameters",
                    "Use variables outside of procedures");
        }
        Optional<Variable> value = Optional.empty();
        if (procedure.isFunction()) {
            Type type = declarations.type(procedure.name(), procedure.result());
            value = Optional.of(new Variable(procedure.name().text(), type, Variable.Place.LOCAL, parameters.size()));
        } else if (procedure.name().mark() != Token.NO_MARK) {
            problems.error(procedure.name().at(), "a Sub has no value and so no type", "Remove the type character");
        }
        ProcedureHeader header = new ProcedureHeader(
                procedure.name().text(),
                scope.procedures().size(),
                parameters,
                value,
                procedure.name().at());
        scope.declare(procedure.name(), new Symbol.OfProcedure(header));
        return header;
    }

    private TypedScript.Procedure procedure(Statement.Procedure procedure, ProcedureHeader header) {
        Scope inner = scope.inner();
        Locals locals = new Locals(inner, procedure.name());
        for (int i = 0; i < header.parameters().size(); i++) {
            Variable variable = header.parameters().get(i).variable();
            inner.declare(procedure.parameters().get(i).name(), new Symbol.OfVariable(variable));
            locals.adopt(variable);
        }
        if (header.isFunction()) {
            // In this place too, so that a Dim of the same name is the second one.
            inner.declare(procedure.name(), new Symbol.OfProcedure(header));
            locals.adopt(header.value().get());
        }
        declarations.declare(Declarations.within(procedure.body()), inner, locals::named);
        StatementChecker statements = new StatementChecker(inner, locals, header.value());
        List<TypedStatement> body = statements.statements(procedure.body());
        return new TypedScript.Procedure(header, locals.all(), body);
    }

    private Optional<ProcedureHeader> main(List<ProcedureHeader> headers) {
        Optional<ProcedureHeader> main = headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Main"))
                .findFirst();
        if (main.isEmpty()) {
            List<String> names = headers.stream().map(ProcedureHeader::name).toList();
            problems.error(
                    0,
                    "there is no Sub Main, where a script begins",
                    problems.remedy("Main", () -> names, "Write Sub Main()"));
        } else if (main.get().isFunction() || !main.get().parameters().isEmpty()) {
            problems.error(main.get().at(), "Main is no Sub without parameters", "Write Sub Main()");
        }
        return main;
    }
}
