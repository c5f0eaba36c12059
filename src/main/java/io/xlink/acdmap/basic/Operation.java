package io.xlink.acdmap.basic;

import static io.xlink.acdmap.basic.Kind.BOOLEAN;
import static io.xlink.acdmap.basic.Kind.DOUBLE;
import static io.xlink.acdmap.basic.Kind.STRING;
import static io.xlink.acdmap.basic.Kind.WHOLE;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is done with values of certain kinds: operators, conversions and functions. Each one is a static method of this
 * package. Of the method's parameters the first may be the evaluation, for what costs steps, and the last one the
 * offset in the script, for what may fail.
 */
enum Operation {
    ADD_WHOLE(Arithmetic.class, "add", WHOLE, WHOLE, WHOLE),
    ADD_DOUBLE(Arithmetic.class, "add", DOUBLE, DOUBLE, DOUBLE),
    SUBTRACT_WHOLE(Arithmetic.class, "subtract", WHOLE, WHOLE, WHOLE),
    SUBTRACT_DOUBLE(Arithmetic.class, "subtract", DOUBLE, DOUBLE, DOUBLE),
    MULTIPLY_WHOLE(Arithmetic.class, "multiply", WHOLE, WHOLE, WHOLE),
    MULTIPLY_DOUBLE(Arithmetic.class, "multiply", DOUBLE, DOUBLE, DOUBLE),
    DIVIDE(Arithmetic.class, "divide", DOUBLE, DOUBLE, DOUBLE),
    QUOTIENT(Arithmetic.class, "quotient", WHOLE, WHOLE, WHOLE),
    REMAINDER(Arithmetic.class, "remainder", WHOLE, WHOLE, WHOLE),
    POWER(Arithmetic.class, "power", DOUBLE, DOUBLE, DOUBLE),
    NEGATE_WHOLE(Arithmetic.class, "negate", WHOLE, WHOLE),
    NEGATE_DOUBLE(Arithmetic.class, "negate", DOUBLE, DOUBLE),
    NOT_WHOLE(Arithmetic.class, "not", WHOLE, WHOLE),
    NOT_BOOLEAN(Arithmetic.class, "not", BOOLEAN, BOOLEAN),
    AND_WHOLE(Arithmetic.class, "and", WHOLE, WHOLE, WHOLE),
    AND_BOOLEAN(Arithmetic.class, "and", BOOLEAN, BOOLEAN, BOOLEAN),
    OR_WHOLE(Arithmetic.class, "or", WHOLE, WHOLE, WHOLE),
    OR_BOOLEAN(Arithmetic.class, "or", BOOLEAN, BOOLEAN, BOOLEAN),
    XOR_WHOLE(Arithmetic.class, "xor", WHOLE, WHOLE, WHOLE),
    XOR_BOOLEAN(Arithmetic.class, "xor", BOOLEAN, BOOLEAN, BOOLEAN),

    EQUAL_WHOLE(Comparisons.class, "equal", BOOLEAN, WHOLE, WHOLE),
    EQUAL_DOUBLE(Comparisons.class, "equal", BOOLEAN, DOUBLE, DOUBLE),
    EQUAL_STRING(Comparisons.class, "equal", BOOLEAN, STRING, STRING),
    NOT_EQUAL_WHOLE(Comparisons.class, "notEqual", BOOLEAN, WHOLE, WHOLE),
    NOT_EQUAL_DOUBLE(Comparisons.class, "notEqual", BOOLEAN, DOUBLE, DOUBLE),
    NOT_EQUAL_STRING(Comparisons.class, "notEqual", BOOLEAN, STRING, STRING),
    LESS_WHOLE(Comparisons.class, "less", BOOLEAN, WHOLE, WHOLE),
    LESS_DOUBLE(Comparisons.class, "less", BOOLEAN, DOUBLE, DOUBLE),
    LESS_STRING(Comparisons.class, "less", BOOLEAN, STRING, STRING),
    GREATER_WHOLE(Comparisons.class, "greater", BOOLEAN, WHOLE, WHOLE),
    GREATER_DOUBLE(Comparisons.class, "greater", BOOLEAN, DOUBLE, DOUBLE),
    GREATER_STRING(Comparisons.class, "greater", BOOLEAN, STRING, STRING),
    LESS_OR_EQUAL_WHOLE(Comparisons.class, "lessOrEqual", BOOLEAN, WHOLE, WHOLE),
    LESS_OR_EQUAL_DOUBLE(Comparisons.class, "lessOrEqual", BOOLEAN, DOUBLE, DOUBLE),
    LESS_OR_EQUAL_STRING(Comparisons.class, "lessOrEqual", BOOLEAN, STRING, STRING),
    GREATER_OR_EQUAL_WHOLE(Comparisons.class, "greaterOrEqual", BOOLEAN, WHOLE, WHOLE),
    GREATER_OR_EQUAL_DOUBLE(Comparisons.class, "greaterOrEqual", BOOLEAN, DOUBLE, DOUBLE),
    GREATER_OR_EQUAL_STRING(Comparisons.class, "greaterOrEqual", BOOLEAN, STRING, STRING),

    DOUBLE_TO_WHOLE(Conversions.class, "toWhole", WHOLE, DOUBLE),
    BOOLEAN_TO_WHOLE(Conversions.class, "toWhole", WHOLE, BOOLEAN),
    WHOLE_TO_DOUBLE(Conversions.class, "toDouble", DOUBLE, WHOLE),
    BOOLEAN_TO_DOUBLE(Conversions.class, "toDouble", DOUBLE, BOOLEAN),
    STRING_TO_DOUBLE(Conversions.class, "toDouble", DOUBLE, STRING),
    WHOLE_TO_BOOLEAN(Conversions.class, "toBoolean", BOOLEAN, WHOLE),
    DOUBLE_TO_BOOLEAN(Conversions.class, "toBoolean", BOOLEAN, DOUBLE),
    STRING_TO_BOOLEAN(Conversions.class, "toBoolean", BOOLEAN, STRING),
    WHOLE_TO_STRING(Conversions.class, "toText", STRING, WHOLE),
    DOUBLE_TO_STRING(Conversions.class, "toText", STRING, DOUBLE),
    BOOLEAN_TO_STRING(Conversions.class, "toText", STRING, BOOLEAN),
    TO_INTEGER(Conversions.class, "toInteger", WHOLE, WHOLE),
    TO_LONG(Conversions.class, "toLong", WHOLE, WHOLE),
    TRUNCATED(Conversions.class, "truncated", WHOLE, DOUBLE),
    VAL(Conversions.class, "leadingNumber", DOUBLE, STRING),

    INT(NumberFunctions.class, "floor", DOUBLE, DOUBLE),
    FIX(NumberFunctions.class, "fix", DOUBLE, DOUBLE),
    ABS_WHOLE(NumberFunctions.class, "abs", WHOLE, WHOLE),
    ABS_DOUBLE(NumberFunctions.class, "abs", DOUBLE, DOUBLE),
    SGN_WHOLE(NumberFunctions.class, "sgn", WHOLE, WHOLE),
    SGN_DOUBLE(NumberFunctions.class, "sgn", WHOLE, DOUBLE),
    ROUND(NumberFunctions.class, "round", DOUBLE, DOUBLE),
    ROUND_TO(NumberFunctions.class, "round", DOUBLE, DOUBLE, WHOLE),
    SQR(NumberFunctions.class, "sqr", DOUBLE, DOUBLE),
    EXP(NumberFunctions.class, "exp", DOUBLE, DOUBLE),
    LOG(NumberFunctions.class, "log", DOUBLE, DOUBLE),
    IIF_WHOLE(NumberFunctions.class, "iif", WHOLE, BOOLEAN, WHOLE, WHOLE),
    IIF_DOUBLE(NumberFunctions.class, "iif", DOUBLE, BOOLEAN, DOUBLE, DOUBLE),
    IIF_STRING(NumberFunctions.class, "iif", STRING, BOOLEAN, STRING, STRING),
    IIF_BOOLEAN(NumberFunctions.class, "iif", BOOLEAN, BOOLEAN, BOOLEAN, BOOLEAN),

    JOIN(Texts.class, "join", STRING, STRING, STRING),
    LEN(Texts.class, "len", WHOLE, STRING),
    LEFT(Texts.class, "left", STRING, STRING, WHOLE),
    RIGHT(Texts.class, "right", STRING, STRING, WHOLE),
    MID(Texts.class, "mid", STRING, STRING, WHOLE),
    MID_OF_LENGTH(Texts.class, "mid", STRING, STRING, WHOLE, WHOLE),
    IN_STR(Texts.class, "inStr", WHOLE, STRING, STRING),
    U_CASE(Texts.class, "uCase", STRING, STRING),
    L_CASE(Texts.class, "lCase", STRING, STRING),
    TRIM(Texts.class, "trim", STRING, STRING),
    L_TRIM(Texts.class, "lTrim", STRING, STRING),
    R_TRIM(Texts.class, "rTrim", STRING, STRING),
    CHR(Texts.class, "chr", STRING, WHOLE),
    ASC(Texts.class, "asc", WHOLE, STRING),
    SPACE(Texts.class, "space", STRING, WHOLE),
    STRING_OF(Texts.class, "string", STRING, WHOLE, STRING);

    private final Class<?> owner;
    private final String method;
    private final Kind result;
    private final List<Kind> parameters;
    private final boolean needsRun;
    private final boolean mayFail;
    private final MethodHandle handle;

    Operation(Class<?> owner, String method, Kind result, Kind... parameters) {
        this.owner = owner;
        this.method = method;
        this.result = result;
        this.parameters = List.of(parameters);
        List<Class<?>> kinds = new ArrayList<>();
        this.parameters.forEach(kind -> kinds.add(kind.javaType()));
        Method found = Arrays.stream(owner.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method) && kinds.equals(values(candidate)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(owner.getSimpleName() + " has no " + method + kinds));
        List<Class<?>> all = List.of(found.getParameterTypes());
        this.needsRun = all.get(0) == ScriptRun.class;
        this.mayFail = all.get(all.size() - 1) == int.class;
        try {
            this.handle = MethodHandles.lookup().unreflect(found);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Types of a method's parameters without the evaluation and the offset. */
    private static List<Class<?>> values(Method method) {
        List<Class<?>> types = new ArrayList<>(List.of(method.getParameterTypes()));
        types.remove(ScriptRun.class);
        types.remove(int.class);
        return types;
    }

    Class<?> owner() {
        return owner;
    }

    String method() {
        return method;
    }

    Kind result() {
        return result;
    }

    List<Kind> parameters() {
        return parameters;
    }

    boolean needsRun() {
        return needsRun;
    }

    boolean mayFail() {
        return mayFail;
    }

    /** The method's type in a class file. */
    String descriptor() {
        return handle.type().toMethodDescriptorString();
    }

    /**
     * Does it while the script is compiled.
     *
     * @throws Failed as it would when the script is evaluated
     */
    Object of(ScriptRun run, List<?> values, int at) {
        List<Object> all = new ArrayList<>(values);
        if (needsRun) {
            all.add(0, run);
        }
        if (mayFail) {
            all.add(at);
        }
        try {
            return handle.invokeWithArguments(all);
        } catch (Failed e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(this + " of " + values, e);
        }
    }
}
