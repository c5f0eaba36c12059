package io.xlink.acdmap.basic;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes a hidden class of a typed tree: a subclass of {@link ScriptRun} with a field for each variable outside
 * procedures and a method for each procedure. The class goes with the script that it belongs to.
 */
final class Backend {
    /** Name of every such class; hidden classes may share theirs. */
    static final String NAME = "io/xlink/acdmap/basic/Compiled";

    static final String RUN = Type.getInternalName(ScriptRun.class);
    private static final String CONSTRUCTOR =
            Type.getMethodDescriptor(Type.VOID_TYPE, Type.getType(Code.class), Type.getType(Consumer.class));

    private final TypedScript script;
    private final List<String> longTexts = new ArrayList<>();
    private final ClassWriter writer = new Frames();

    private Backend(TypedScript script) {
        this.script = script;
    }

    /** The class of a script; reports a script of which the JVM allows none. */
    static Code compile(TypedScript script, SourceText source, Problems problems) throws ScriptException {
        Backend backend = new Backend(script);
        try {
            byte[] bytes = backend.bytes();
            MethodHandles.Lookup hidden = MethodHandles.lookup().defineHiddenClass(bytes, false);
            MethodType type = MethodType.methodType(void.class, Code.class, Consumer.class);
            return new Code(
                    hidden.findConstructor(hidden.lookupClass(), type).asType(type.changeReturnType(ScriptRun.class)),
                    source,
                    List.copyOf(backend.longTexts),
                    script.main().at());
        } catch (MethodTooLargeException e) {
            problems.error(
                    backend.at(e.getMethodName()),
                    "the statements or variables are too many to be compiled together",
                    "Split them into several procedures");
        } catch (ClassTooLargeException e) {
            problems.error(0, "the script is too large to be compiled", "Shorten it");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No class can be made of " + source.name(), e);
        }
        throw new ScriptException(problems.errors());
    }

    /** The class file; for tests, too. */
    static byte[] bytes(TypedScript script) {
        return new Backend(script).bytes();
    }

    private byte[] bytes() {
        writer.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, NAME, null, RUN, null);
        script.paras().forEach(this::field);
        script.fields().forEach(this::field);
        constructor();
        run();
        for (TypedScript.Procedure procedure : script.procedures()) {
            new ProcedureEmitter(writer, procedure, longTexts).emit();
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void field(Variable variable) {
        writer.visitField(0, variable.field(), variable.kind().descriptor(), null, null)
                .visitEnd();
    }

    private void constructor() {
        MethodVisitor method = writer.visitMethod(0, "<init>", CONSTRUCTOR, null, null);
        method.visitCode();
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitVarInsn(Opcodes.ALOAD, 1);
        method.visitVarInsn(Opcodes.ALOAD, 2);
        method.visitMethodInsn(Opcodes.INVOKESPECIAL, RUN, "<init>", CONSTRUCTOR, false);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    /** {@link ScriptRun#run}: sets all fields, because nothing is remembered from one evaluation to the next. */
    private void run() {
        MethodVisitor method = writer.visitMethod(0, "run", "([D)V", null, null);
        ExpressionEmitter emitter = new ExpressionEmitter(method, longTexts, new int[0]);
        method.visitCode();
        for (Variable para : script.paras()) {
            method.visitVarInsn(Opcodes.ALOAD, 0);
            method.visitVarInsn(Opcodes.ALOAD, 1);
            emitter.push(para.number() - 1);
            method.visitMethodInsn(Opcodes.INVOKESTATIC, RUN, "para", "([DI)D", false);
            method.visitFieldInsn(Opcodes.PUTFIELD, NAME, para.field(), "D");
        }
        for (Variable field : script.fields()) {
            emitter.first(field);
        }
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                NAME,
                script.main().method(),
                script.main().descriptor(),
                false);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private int at(String method) {
        return script.procedures().stream()
                .map(TypedScript.Procedure::header)
                .filter(header -> header.method().equals(method))
                .mapToInt(ProcedureHeader::at)
                .findFirst()
                .orElse(0);
    }

    /** Where ways join, values on the stack are never of two different classes, so none has to be loaded to compare. */
    private static final class Frames extends ClassWriter {
        Frames() {
            super(ClassWriter.COMPUTE_FRAMES);
        }

        @Override
        protected String getCommonSuperClass(String one, String other) {
            return "java/lang/Object";
        }
    }
}
