package io.xlink.acdmap.basic;

import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the byte code of expressions and assignments. A value is left on the JVM's stack. */
final class ExpressionEmitter {
    /** A character takes up to three bytes of the 65,535 that a constant of a class file has. */
    private static final int LONGEST_CONSTANT = 20_000;

    private final MethodVisitor method;
    private final List<String> longTexts;
    private final Frame frame;

    ExpressionEmitter(MethodVisitor method, List<String> longTexts, Frame frame) {
        this.method = method;
        this.longTexts = longTexts;
        this.frame = frame;
    }

    void expression(TypedExpression expression) {
        if (expression instanceof TypedExpression.Constant constant) {
            constant(constant.value());
        } else if (expression instanceof TypedExpression.Read read) {
            read(read.variable());
        } else if (expression instanceof TypedExpression.Apply apply) {
            apply(apply);
        } else if (expression instanceof TypedExpression.Invoke invoke) {
            invoke(invoke);
        } else if (expression instanceof TypedExpression.Dialog dialog) {
            dialog(dialog);
        }
    }

    /** Evaluates an expression whose value nobody wants. */
    void dropped(TypedExpression expression) {
        expression(expression);
        if (expression.kind() != null) {
            method.visitInsn(expression.kind().slots() == 2 ? Opcodes.POP2 : Opcodes.POP);
        }
    }

    void assignment(TypedStatement.Assignment assignment) {
        beforeStore(assignment.variable());
        expression(assignment.value());
        store(assignment.variable());
    }

    /** Gives a variable the value that it begins with. */
    void first(Variable variable) {
        Object value = switch (variable.kind()) {
            case WHOLE -> 0L;
            case DOUBLE -> 0.0;
            case STRING -> "";
            case BOOLEAN -> false;
        };
        assignment(new TypedStatement.Assignment(variable, new TypedExpression.Constant(variable.kind(), value, 0)));
    }

    /**
     * Begins {@link ScriptRun#run}: gives the variables outside procedures their first values.
     *
     * @param counts whether anything in the script costs steps
     */
    void begin(TypedScript script, boolean counts) {
        if (counts) {
            method.visitVarInsn(Opcodes.ALOAD, 0);
            method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, Backend.RUN, "begin", "()V", false);
        }
        first(Given.RESULT);
        argument(Given.WEEKDAY, 2);
        argument(Given.MINUTES, 3);
        for (Variable para : script.paras()) {
            beforeStore(para);
            method.visitVarInsn(Opcodes.ALOAD, 1);
            push(para.number() - 1);
            method.visitMethodInsn(Opcodes.INVOKESTATIC, Backend.RUN, "para", "([DI)D", false);
            store(para);
        }
        script.fields().forEach(this::first);
    }

    private void argument(Variable variable, int slot) {
        beforeStore(variable);
        method.visitVarInsn(Opcodes.ILOAD, slot);
        method.visitInsn(Opcodes.I2L);
        store(variable);
    }

    private void beforeStore(Variable variable) {
        if (!frame.has(variable)) {
            method.visitVarInsn(Opcodes.ALOAD, 0);
        }
    }

    void read(Variable variable) {
        if (frame.has(variable)) {
            method.visitVarInsn(opcode(variable.kind(), Opcodes.ILOAD), frame.slot(variable));
        } else {
            method.visitVarInsn(Opcodes.ALOAD, 0);
            method.visitFieldInsn(
                    Opcodes.GETFIELD,
                    owner(variable),
                    variable.field(),
                    variable.kind().descriptor());
        }
    }

    /** Assigns what is on the stack; below it is the evaluation where the variable is a field. */
    private void store(Variable variable) {
        if (frame.has(variable)) {
            method.visitVarInsn(opcode(variable.kind(), Opcodes.ISTORE), frame.slot(variable));
        } else {
            method.visitFieldInsn(
                    Opcodes.PUTFIELD,
                    owner(variable),
                    variable.field(),
                    variable.kind().descriptor());
        }
    }

    private static String owner(Variable variable) {
        return variable.place() == Variable.Place.GIVEN ? Backend.RUN : Backend.NAME;
    }

    static int opcode(Kind kind, int ofInt) {
        return Type.getType(kind.descriptor()).getOpcode(ofInt);
    }

    private void constant(Object value) {
        if (value instanceof Boolean is) {
            method.visitInsn(is ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
        } else if (value instanceof Long whole && (whole == 0 || whole == 1)) {
            method.visitInsn(whole == 0 ? Opcodes.LCONST_0 : Opcodes.LCONST_1);
        } else if (value instanceof String text && text.length() > LONGEST_CONSTANT) {
            method.visitVarInsn(Opcodes.ALOAD, 0);
            push(longTexts.size());
            longTexts.add(text);
            method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, Backend.RUN, "text", "(I)Ljava/lang/String;", false);
        } else {
            method.visitLdcInsn(value);
        }
    }

    private void push(int value) {
        if (value >= -1 && value <= 5) {
            method.visitInsn(Opcodes.ICONST_0 + value);
        } else if (value == (byte) value) {
            method.visitIntInsn(Opcodes.BIPUSH, value);
        } else if (value == (short) value) {
            method.visitIntInsn(Opcodes.SIPUSH, value);
        } else {
            method.visitLdcInsn(value);
        }
    }

    /** Goes on at a label when a condition is as wanted, and else behind. */
    void jump(TypedExpression condition, boolean wanted, Label target) {
        if (!(condition instanceof TypedExpression.Apply apply)) {
            jumpByValue(condition, wanted, target);
        } else if (compares(apply)) {
            apply.operands().forEach(this::expression);
            method.visitInsn(apply.operands().get(0).kind() == Kind.WHOLE ? Opcodes.LCMP : Opcodes.DCMPL);
            method.visitJumpInsn(comparison(apply.operation(), wanted), target);
        } else if (apply.operation() == Operation.NOT_BOOLEAN) {
            jump(apply.operands().get(0), !wanted, target);
        } else if (apply.operation() == Operation.AND_BOOLEAN
                && Facts.isHarmless(apply.operands().get(1))) {
            jumpByBoth(apply, wanted, target);
        } else {
            jumpByValue(condition, wanted, target);
        }
    }

    private void jumpByValue(TypedExpression condition, boolean wanted, Label target) {
        expression(condition);
        method.visitJumpInsn(wanted ? Opcodes.IFNE : Opcodes.IFEQ, target);
    }

    /** {@code And} whose right side need not be evaluated, although the language does so, because nobody can tell. */
    private void jumpByBoth(TypedExpression.Apply and, boolean wanted, Label target) {
        Label behind = new Label();
        jump(and.operands().get(0), false, wanted ? behind : target);
        jump(and.operands().get(1), wanted, target);
        method.visitLabel(behind);
    }

    private static boolean compares(TypedExpression.Apply apply) {
        return apply.operation().owner() == Comparisons.class
                && apply.operands().get(0).kind().isNumber();
    }

    /** The instruction that jumps by what LCMP or DCMPL leaves; no Double is NaN. */
    private static int comparison(Operation operation, boolean wanted) {
        return switch (operation.method()) {
            case "equal" -> wanted ? Opcodes.IFEQ : Opcodes.IFNE;
            case "notEqual" -> wanted ? Opcodes.IFNE : Opcodes.IFEQ;
            case "less" -> wanted ? Opcodes.IFLT : Opcodes.IFGE;
            case "greater" -> wanted ? Opcodes.IFGT : Opcodes.IFLE;
            case "lessOrEqual" -> wanted ? Opcodes.IFLE : Opcodes.IFGT;
            case "greaterOrEqual" -> wanted ? Opcodes.IFGE : Opcodes.IFLT;
            default -> throw new IllegalStateException(operation.toString());
        };
    }

    /** Calls a method of the evaluation that takes a place in the script. */
    void call(String name, int at) {
        method.visitVarInsn(Opcodes.ALOAD, 0);
        push(at);
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, Backend.RUN, name, "(I)V", false);
    }

    /** Counts turns of a loop that are all done. */
    void turns(int count, int at) {
        method.visitVarInsn(Opcodes.ALOAD, 0);
        push(count);
        push(at);
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, Backend.RUN, "turns", "(II)V", false);
    }

    private void apply(TypedExpression.Apply apply) {
        Operation operation = apply.operation();
        if (Facts.cannotOverflow(apply)) {
            instruction(apply);
            return;
        }
        if (operation.needsRun()) {
            method.visitVarInsn(Opcodes.ALOAD, 0);
        }
        if (Facts.checksOperand(apply)) {
            instruction((TypedExpression.Apply) apply.operands().get(0));
        } else {
            apply.operands().forEach(this::expression);
        }
        if (operation.mayFail()) {
            push(apply.at());
        }
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                Type.getInternalName(operation.owner()),
                operation.method(),
                operation.descriptor(),
                false);
    }

    /** An operator as an instruction of the JVM, where its result need not be looked at. */
    private void instruction(TypedExpression.Apply apply) {
        apply.operands().forEach(this::expression);
        method.visitInsn(
                switch (apply.operation()) {
                    case ADD_WHOLE -> Opcodes.LADD;
                    case SUBTRACT_WHOLE -> Opcodes.LSUB;
                    case MULTIPLY_WHOLE -> Opcodes.LMUL;
                    case ADD_DOUBLE -> Opcodes.DADD;
                    case SUBTRACT_DOUBLE -> Opcodes.DSUB;
                    case MULTIPLY_DOUBLE -> Opcodes.DMUL;
                    default -> throw new IllegalStateException(apply.operation().toString());
                });
    }

    private void invoke(TypedExpression.Invoke invoke) {
        ProcedureHeader procedure = invoke.procedure();
        method.visitVarInsn(Opcodes.ALOAD, 0);
        invoke.arguments().forEach(this::expression);
        call("enter", invoke.at());
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, Backend.NAME, procedure.method(), procedure.descriptor(), false);
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, Backend.RUN, "leave", "()V", false);
        invoke.after().forEach(this::assignment);
    }

    private void dialog(TypedExpression.Dialog dialog) {
        method.visitVarInsn(Opcodes.ALOAD, 0);
        expression(dialog.text());
        dialog.rest().forEach(this::dropped);
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, Backend.RUN, "dialog", "(Ljava/lang/String;)V", false);
        method.visitInsn(Opcodes.LCONST_1);
    }
}
