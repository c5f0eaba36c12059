package io.xlink.acdmap.basic;

import java.util.List;
import java.util.Locale;

/** An expression as it is written. */
sealed interface Expression {
    /** Offset in the script: of the operator where there is one, else of the first character. */
    int at();

    /** A number, text, {@code True} or {@code False}. @param value a Long, Double, String or Boolean */
    record Literal(Object value, int at) implements Expression {}

    /** A name without arguments. @param mark its type character or {@link Token#NO_MARK} */
    record Name(String text, char mark, int at) implements Expression {
        /** What names are compared by, because case does not matter. */
        String key() {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    /** A name with arguments in parentheses. */
    record Invocation(Name name, List<Expression> arguments) implements Expression {
        @Override
        public int at() {
            return name.at();
        }
    }

    /** @param sign {@code -}, {@code +} or {@code not} */
    record Unary(String sign, Expression operand, int at) implements Expression {}

    record Binary(Operator operator, Expression left, Expression right, int at) implements Expression {}

    /** Parentheses, which matter: an argument in parentheses of its own is by value. */
    record Group(Expression inner) implements Expression {
        @Override
        public int at() {
            return inner.at();
        }
    }

    /** An argument that is left out, as in {@code MsgBox "text", , "title"}. */
    record Missing(int at) implements Expression {}
}
