package io.xlink.acdmap.basic;

import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the byte code of expressions and assignments. A value is left on the JVM's stack. */
final class ExpressionEmitter {
    /** A character takes up to three bytes of the 65,535 that a constant of a class file has. */
    private static final int LONGEST_CONSTANT = 20_000;

    private final MethodVisitor method;
    private final List<String> longTexts;
    private final int[] slots;

    /** @param slots where in the frame the procedure's variables are, by their numbers */
    ExpressionEmitter(MethodVisitor method, List<String> longTexts, int[] slots) {
        this.method = method;
        this.longTexts = longTexts;
        this.slots = slots;
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
        Variable variable = assignment.variable();
        if (variable.place() != Variable.Place.LOCAL) {
            method.visitVarInsn(Opcodes.ALOAD, 0);
        }
        expression(assignment.value());
        store(variable);
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

    void read(Variable variable) {
        if (variable.place() == Variable.Place.LOCAL) {
            method.visitVarInsn(opcode(variable.kind(), Opcodes.ILOAD), slots[variable.number()]);
        } else {
            method.visitVarInsn(Opcodes.ALOAD, 0);
            method.visitFieldInsn(
                    Opcodes.GETFIELD,
                    owner(variable),
                    variable.field(),
                    variable.kind().descriptor());
        }
    }

    private void store(Variable variable) {
        if (variable.place() == Variable.Place.LOCAL) {
            method.visitVarInsn(opcode(variable.kind(), Opcodes.ISTORE), slots[variable.number()]);
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

    void push(int value) {
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

    /** Calls a method of the evaluation that takes a place in the script. */
    void call(String name, int at) {
        method.visitVarInsn(Opcodes.ALOAD, 0);
        push(at);
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, Backend.RUN, name, "(I)V", false);
    }

    private void apply(TypedExpression.Apply apply) {
        Operation operation = apply.operation();
        if (operation.needsRun()) {
            method.visitVarInsn(Opcodes.ALOAD, 0);
        }
        apply.operands().forEach(this::expression);
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
