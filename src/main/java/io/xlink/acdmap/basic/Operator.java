package io.xlink.acdmap.basic;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Operators between two values, and how tightly they bind: the higher, the tighter. */
enum Operator {
    XOR("xor", 1),
    OR("or", 2),
    AND("and", 3),
    EQUAL("=", 5),
    NOT_EQUAL("<>", 5),
    LESS("<", 5),
    GREATER(">", 5),
    LESS_OR_EQUAL("<=", 5),
    GREATER_OR_EQUAL(">=", 5),
    JOIN("&", 6),
    ADD("+", 7),
    SUBTRACT("-", 7),
    REMAINDER("mod", 8),
    QUOTIENT("\\", 9),
    MULTIPLY("*", 10),
    DIVIDE("/", 10),
    POWER("^", 12);

    /** How tightly {@code Not} binds its operand. */
    static final int NOT_BINDS = 4;
    /** How tightly a sign before an operand binds it. */
    static final int SIGN_BINDS = 11;

    private static final Map<String, Operator> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toMap(operator -> operator.key, operator -> operator));

    private final String key;
    private final int binds;

    Operator(String key, int binds) {
        this.key = key;
        this.binds = binds;
    }

    int binds() {
        return binds;
    }

    boolean compares() {
        return binds == EQUAL.binds;
    }

    /** The operator that a token stands for, or null. */
    static Operator of(Token token) {
        boolean possible = token.sort() == Token.Sort.SIGN || token.sort() == Token.Sort.WORD;
        return possible ? BY_KEY.get(token.key()) : null;
    }
}
