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
    /** Whether the method's end is also the evaluation's. */
    private boolean isRun;

    private ProcedureEmitter(
            TypedScript.Procedure procedure, MethodVisitor method, Frame frame, List<String> longTexts) {
        this.procedure = procedure;
        this.method = method;
        this.expressions = new ExpressionEmitter(method, longTexts, frame);
    }

    /** Writes the method that is called for a procedure. */
    static void procedure(ClassWriter writer, TypedScript.Procedure procedure, List<String> longTexts) {
        ProcedureHeader header = procedure.header();
        MethodVisitor method =
                writer.visitMethod(Opcodes.ACC_PRIVATE, header.method(), header.descriptor(), null, null);
        ProcedureEmitter emitter = new ProcedureEmitter(procedure, method, Frame.of(procedure), longTexts);
        method.visitCode();
        emitter.body();
        for (ProcedureHeader.Parameter parameter : header.parameters()) {
            parameter
                    .last()
                    .ifPresent(last -> emitter.expressions.assignment(
                            new TypedStatement.Assignment(last, new TypedExpression.Read(parameter.variable(), 0))));
        }
        header.value().ifPresent(emitter.expressions::read);
        method.visitInsn(header.value()
                .map(value -> ExpressionEmitter.opcode(value.kind(), Opcodes.IRETURN))
                .orElse(Opcodes.RETURN));
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    /** Writes {@link ScriptRun#run} with Main's statements in it, which nothing else calls. */
    static void main(
            MethodVisitor method,
            TypedScript script,
            TypedScript.Procedure main,
            Frame frame,
            boolean counts,
            List<String> longTexts) {
        ProcedureEmitter emitter = new ProcedureEmitter(main, method, frame, longTexts);
        emitter.isRun = true;
        method.visitCode();
        emitter.expressions.begin(script, counts);
        emitter.body();
        emitter.expressions.read(Given.RESULT);
        method.visitInsn(Opcodes.LRETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private void body() {
        List<Variable> locals = procedure.locals();
        locals.subList(procedure.header().parameters().size(), locals.size()).forEach(expressions::first);
        statements(procedure.body());
        method.visitLabel(exit);
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
        } else if (statement instanceof TypedStatement.Unrolled loop) {
            unrolled(loop);
        } else if (statement instanceof TypedStatement.Leave leave) {
            method.visitJumpInsn(Opcodes.GOTO, loopEnds.get(leave.loop()));
        } else if (statement instanceof TypedStatement.Return || (isRun && statement instanceof TypedStatement.End)) {
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
                expressions.jump(alternative.tests().get(i), i < last, i < last ? body : next);
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
        loop.before().ifPresent(condition -> expressions.jump(condition, false, end));
        expressions.call("turn", loop.at());
        statements(loop.body());
        loop.advance().forEach(expressions::assignment);
        loop.after().ifPresent(condition -> expressions.jump(condition, false, end));
        method.visitJumpInsn(Opcodes.GOTO, turn);
        method.visitLabel(end);
    }

    private void unrolled(TypedStatement.Unrolled loop) {
        Label end = new Label();
        loopEnds.put(loop.id(), end);
        if (loop.together()) {
            expressions.turns(loop.turns().size(), loop.at());
        }
        for (List<TypedStatement> turn : loop.turns()) {
            if (!loop.together()) {
                expressions.call("turn", loop.at());
            }
            statements(turn);
        }
        method.visitLabel(end);
    }
}
