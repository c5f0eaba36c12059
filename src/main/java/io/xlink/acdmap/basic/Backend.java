package io.xlink.acdmap.basic;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
    /** Of the method {@code run}. */
    private Frame frame = Frame.none();

    private Backend(TypedScript script) {
        this.script = Unrolling.of(script);
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
        constructor();
        procedures();
        Stream.concat(script.paras().stream(), script.fields().stream())
                .filter(variable -> !frame.has(variable))
                .forEach(this::field);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void field(Variable variable) {
        writer.visitField(0, variable.field(), variable.kind().descriptor(), null, null)
                .visitEnd();
    }

    private void procedures() {
        List<TypedScript.Procedure> called = new ArrayList<>(script.procedures());
        boolean mainIsCalled = called.stream().map(Usage::of).anyMatch(usage -> usage.calls(script.main()));
        boolean counts = called.stream().map(Usage::of).anyMatch(Usage::counts);
        MethodVisitor run = writer.visitMethod(0, "run", "([DII)J", null, null);
        if (mainIsCalled) {
            frame = Frame.none();
            run(run, counts);
        } else {
            TypedScript.Procedure main = called.stream()
                    .filter(procedure -> procedure.header().equals(script.main()))
                    .findFirst()
                    .orElseThrow();
            called.remove(main);
            frame = Frame.ofMain(script, main, called.stream().map(Usage::of).toList());
            ProcedureEmitter.main(run, script, main, frame, counts, longTexts);
        }
        called.forEach(procedure -> ProcedureEmitter.procedure(writer, procedure, longTexts));
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

    /** {@link ScriptRun#run}, which begins anew and calls Main, for a script that also calls Main itself. */
    private void run(MethodVisitor method, boolean counts) {
        ExpressionEmitter emitter = new ExpressionEmitter(method, longTexts, frame);
        method.visitCode();
        emitter.begin(script, counts);
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                NAME,
                script.main().method(),
                script.main().descriptor(),
                false);
        emitter.read(Given.RESULT);
        method.visitInsn(Opcodes.LRETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private int at(String method) {
        return script.procedures().stream()
                .map(TypedScript.Procedure::header)
                .filter(header -> header.method().equals(method))
                .mapToInt(ProcedureHeader::at)
                .findFirst()
                .orElse(script.main().at());
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
