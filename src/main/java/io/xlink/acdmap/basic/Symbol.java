package io.xlink.acdmap.basic;

import java.util.Optional;

/** What a name stands for. */
sealed interface Symbol {
    String name();

    /** Whether a type character of the name agrees with it. */
    boolean allows(char mark);

    record OfVariable(Variable variable) implements Symbol {
        @Override
        public String name() {
            return variable.name();
        }

        /** A given variable keeps its own type whatever a script says, so its type characters say nothing. */
        @Override
        public boolean allows(char mark) {
            boolean given = variable.place() == Variable.Place.GIVEN || variable.place() == Variable.Place.PARA;
            return given || agrees(mark, variable.type());
        }
    }

    record OfConstant(String name, Type type, TypedExpression.Constant value) implements Symbol {
        /** A constant without a type is as wide as its kind. */
        @Override
        public boolean allows(char mark) {
            Optional<Type> marked = Type.marked(mark);
            return agrees(mark, type) || (type == Type.WHOLE && marked.get().kind() == Kind.WHOLE);
        }
    }

    record OfProcedure(ProcedureHeader header) implements Symbol {
        @Override
        public String name() {
            return header.name();
        }

        @Override
        public boolean allows(char mark) {
            return mark == Token.NO_MARK
                    || header.value()
                            .filter(value -> agrees(mark, value.type()))
                            .isPresent();
        }
    }

    private static boolean agrees(char mark, Type type) {
        return Type.marked(mark).filter(marked -> marked != type).isEmpty();
    }
}
