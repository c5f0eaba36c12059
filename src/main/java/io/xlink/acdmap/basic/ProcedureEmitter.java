package io.xlink.acdmap.basic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the method of one procedure. */
final class ProcedureEmitter {
    private final TypedScript.Procedure procedure;
    private final MethodVisitor method;
    private final ExpressionEmitter expressions;
    private final Label exit = new Label();
    private final Map<Integer, Label> loopEnds = new HashMap<>();

    ProcedureEmitter(ClassWriter writer, TypedScript.Procedure procedure, List<String> longTexts) {
        this.procedure = procedure;
        this.method = writer.visitMethod(
                Opcodes.ACC_PRIVATE,
                procedure.header().method(),
                procedure.header().descriptor(),
                null,
                null);
        this.expressions = new ExpressionEmitter(method, longTexts, slots());
    }

    /** Places of the variables in the frame, behind the evaluation itself. */
    private int[] slots() {
        int[] slots = new int[procedure.locals().size()];
        int next = 1;
        for (Variable variable : procedure.locals()) {
            slots[variable.number()] = next;
            next += variable.kind().slots();
        }
        return slots;
    }

    void emit() {
        method.visitCode();
        List<Variable> locals = procedure.locals();
        locals.subList(procedure.header().parameters().size(), locals.size()).forEach(expressions::first);
        statements(procedure.body());
        method.visitLabel(exit);
        for (ProcedureHeader.Parameter parameter : procedure.header().parameters()) {
            parameter
                    .last()
                    .ifPresent(last -> expressions.assignment(
                            new TypedStatement.Assignment(last, new TypedExpression.Read(parameter.variable(), 0))));
        }
        procedure.header().value().ifPresent(expressions::read);
        method.visitInsn(procedure
                .header()
                .value()
                .map(value -> ExpressionEmitter.opcode(value.kind(), Opcodes.IRETURN))
                .orElse(Opcodes.RETURN));
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private void statements(List<TypedStatement> statements) {
        statements.forEach(this::statement);
    }

    private void statement(TypedStatement statement) {
        if (statement instanceof TypedStatement.Assignment assignment) {
            expressions.assignment(assignment);
        } else if (statement instanceof TypedStatement.Choose choose) {
            choose(choose);
        } else if (statement instanceof TypedStatement.Loop loop) {
            loop(loop);
        } else if (statement instanceof TypedStatement.Leave leave) {
            method.visitJumpInsn(Opcodes.GOTO, loopEnds.get(leave.loop()));
        } else if (statement instanceof TypedStatement.Return) {
            method.visitJumpInsn(Opcodes.GOTO, exit);
        } else if (statement instanceof TypedStatement.End) {
            method.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    Backend.RUN,
                    "end",
                    Type.getMethodDescriptor(Type.getType(Ended.class)),
                    false);
            method.visitInsn(Opcodes.ATHROW);
        } else if (statement instanceof TypedStatement.Evaluate evaluate) {
            expressions.dropped(evaluate.expression());
        }
    }

    private void choose(TypedStatement.Choose choose) {
        Label end = new Label();
        for (TypedStatement.Alternative alternative : choose.alternatives()) {
            Label body = new Label();
            Label next = new Label();
            int last = alternative.tests().size() - 1;
            for (int i = 0; i <= last; i++) {
                expressions.expression(alternative.tests().get(i));
                method.visitJumpInsn(i == last ? Opcodes.IFEQ : Opcodes.IFNE, i == last ? next : body);
            }
            method.visitLabel(body);
            statements(alternative.body());
            method.visitJumpInsn(Opcodes.GOTO, end);
            method.visitLabel(next);
        }
        statements(choose.otherwise());
        method.visitLabel(end);
    }

    private void loop(TypedStatement.Loop loop) {
        Label turn = new Label();
        Label end = new Label();
        loopEnds.put(loop.id(), end);
        method.visitLabel(turn);
        loop.before().ifPresent(condition -> unlessLeave(condition, end));
        expressions.call("turn", loop.at());
        statements(loop.body());
        loop.advance().forEach(expressions::assignment);
        loop.after().ifPresent(condition -> unlessLeave(condition, end));
        method.visitJumpInsn(Opcodes.GOTO, turn);
        method.visitLabel(end);
    }

    private void unlessLeave(TypedExpression condition, Label end) {
        expressions.expression(condition);
        method.visitJumpInsn(Opcodes.IFEQ, end);
    }
}
