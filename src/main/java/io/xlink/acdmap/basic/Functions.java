package io.xlink.acdmap.basic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The functions of the language: how many arguments they take, and which operations they are. */
final class Functions {
    static final String DIALOG = "msgbox";

    private static final int ANY = Integer.MAX_VALUE;
    private static final Map<String, Function> BY_KEY = new TreeMap<>();

    /** Makes the operation of arguments. */
    private interface Rule {
        TypedExpression of(Typing typing, List<TypedExpression> arguments, int at);
    }

    /** @param text whether it gives a text, so that its name may end with {@code $} */
    private record Function(String name, int least, int most, boolean text, Rule rule) {}

    static {
        starred("Int", null, Operation.INT);
        starred("Fix", null, Operation.FIX);
        starred("Abs", Operation.ABS_WHOLE, Operation.ABS_DOUBLE);
        starred("Sgn", Operation.SGN_WHOLE, Operation.SGN_DOUBLE);
        add("Round", 1, 2, false, Functions::round);
        plain("Sqr", Operation.SQR);
        plain("Exp", Operation.EXP);
        plain("Log", Operation.LOG);
        conversion("CInt", Type.INTEGER);
        conversion("CLng", Type.LONG);
        conversion("CDbl", Type.DOUBLE);
        conversion("CStr", Type.STRING);
        conversion("CBool", Type.BOOLEAN);
        plain("Val", Operation.VAL);
        plain("Len", Operation.LEN);
        plain("Left", Operation.LEFT);
        plain("Right", Operation.RIGHT);
        add(
                "Mid",
                2,
                3,
                true,
                (typing, arguments, at) ->
                        apply(typing, arguments.size() == 2 ? Operation.MID : Operation.MID_OF_LENGTH, arguments, at));
        plain("InStr", Operation.IN_STR);
        plain("UCase", Operation.U_CASE);
        plain("LCase", Operation.L_CASE);
        plain("Trim", Operation.TRIM);
        plain("LTrim", Operation.L_TRIM);
        plain("RTrim", Operation.R_TRIM);
        plain("Chr", Operation.CHR);
        plain("Asc", Operation.ASC);
        plain("Space", Operation.SPACE);
        plain("String", Operation.STRING_OF);
        add("IIf", 3, 3, false, Functions::iif);
        add(
                "MsgBox",
                1,
                ANY,
                false,
                (typing, arguments, at) -> new TypedExpression.Dialog(
                        typing.to(Kind.STRING, arguments.get(0)), arguments.subList(1, arguments.size()), at));
    }

    private Functions() {}

    private static void add(String name, int least, int most, boolean text, Rule rule) {
        BY_KEY.put(name.toLowerCase(Locale.ROOT), new Function(name, least, most, text, rule));
    }

    private static void plain(String name, Operation operation) {
        int count = operation.parameters().size();
        add(
                name,
                count,
                count,
                operation.result() == Kind.STRING,
                (typing, arguments, at) -> apply(typing, operation, arguments, at));
    }

    private static void conversion(String name, Type type) {
        add(name, 1, 1, type == Type.STRING, (typing, arguments, at) -> typing.to(type, arguments.get(0), at));
    }

    /** A function that gives whole numbers of whole ones. @param whole null when it changes none */
    private static void starred(String name, Operation whole, Operation fraction) {
        add(name, 1, 1, false, (typing, arguments, at) -> starred(typing, whole, fraction, arguments.get(0), at));
    }

    private static TypedExpression starred(
            Typing typing, Operation whole, Operation fraction, TypedExpression argument, int at) {
        if (!Typing.isWhole(argument)) {
            return typing.apply(fraction, at, typing.to(Kind.DOUBLE, argument));
        }
        TypedExpression number = typing.to(Kind.WHOLE, argument);
        return whole == null ? number : typing.apply(whole, at, number);
    }

    private static TypedExpression round(Typing typing, List<TypedExpression> arguments, int at) {
        return arguments.size() == 1
                ? starred(typing, null, Operation.ROUND, arguments.get(0), at)
                : apply(typing, Operation.ROUND_TO, arguments, at);
    }

    private static TypedExpression iif(Typing typing, List<TypedExpression> arguments, int at) {
        Kind a = arguments.get(1).kind();
        Operation operation = Operation.valueOf("IIF_" + (a == arguments.get(2).kind() ? a : Kind.DOUBLE));
        return apply(typing, operation, arguments, at);
    }

    private static TypedExpression apply(Typing typing, Operation operation, List<TypedExpression> arguments, int at) {
        TypedExpression[] operands = new TypedExpression[arguments.size()];
        for (int i = 0; i < operands.length; i++) {
            operands[i] = typing.to(operation.parameters().get(i), arguments.get(i));
        }
        return typing.apply(operation, at, operands);
    }

    static boolean isFunction(String key) {
        return BY_KEY.containsKey(key);
    }

    static List<String> names() {
        List<String> names = new ArrayList<>();
        BY_KEY.values().forEach(function -> names.add(function.name));
        return names;
    }

    /** A call of a function of the language; reports what is wrong with it. */
    static TypedExpression call(
            Expression.Name name, List<TypedExpression> arguments, Typing typing, Problems problems) {
        Function function = BY_KEY.get(name.key());
        if (name.mark() != Token.NO_MARK && !(name.mark() == '$' && function.text)) {
            problems.error(
                    name.at(),
                    function.name + " gives no value of the type that " + name.mark() + " means",
                    "Leave the type character out");
        }
        if (arguments.size() < function.least || arguments.size() > function.most) {
            problems.error(
                    name.at(),
                    function.name + " has " + count(arguments.size()) + " where " + expected(function) + " expected",
                    "Give as many arguments as docs/enable-basic.md says");
            return new TypedExpression.Constant(Kind.DOUBLE, 0.0, name.at());
        }
        return function.rule.of(typing, arguments, name.at());
    }

    private static String expected(Function function) {
        if (function.most == ANY) {
            return "at least " + function.least + " is";
        }
        if (function.least == function.most) {
            return function.least + (function.least == 1 ? " is" : " are");
        }
        return function.least + " or " + function.most + " are";
    }

    static String count(int arguments) {
        return arguments == 0 ? "no arguments" : arguments == 1 ? "1 argument" : arguments + " arguments";
    }
}
