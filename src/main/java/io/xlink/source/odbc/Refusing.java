package io.xlink.source.odbc;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ATHROW;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Gives a plain class the look of one of JDBC's large interfaces. The public methods of the class answer those of the
 * interface with their name and parameters; what the interface can do by itself is left to it, and all others are
 * refused. The look is a class that is made at first use, so that a value costs a call and no search for a method: a
 * reflective proxy took a tenth of reading rows.
 */
final class Refusing {
    private static final ConcurrentMap<Pair, MethodHandle> KNOWN = new ConcurrentHashMap<>();
    private static final String ITSELF = Type.getInternalName(Refusing.class);
    private static final String OBJECT = Type.getInternalName(Object.class);
    private static final String TARGET = "target";

    private Refusing() {}

    private record Pair(Class<?> face, Class<?> target) {}

    /**
     * @param face an interface of {@code java.sql}
     * @param target of a class of this package
     * @throws IllegalArgumentException when a public method of the target answers none of the interface
     */
    static <T> T as(Class<T> face, Object target) {
        MethodHandle maker = KNOWN.computeIfAbsent(new Pair(face, target.getClass()), Refusing::maker);
        try {
            return face.cast((Object) maker.invokeExact(target));
        } catch (Throwable e) {
            throw new IllegalStateException("cannot make a " + face.getName(), e);
        }
    }

    private static MethodHandle maker(Pair pair) {
        requireAsked(pair);
        try {
            MethodHandles.Lookup look = MethodHandles.lookup().defineHiddenClass(look(pair), true);
            return look.findConstructor(look.lookupClass(), MethodType.methodType(void.class, pair.target))
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a look of " + pair.target.getName(), e);
        }
    }

    /** Without the method in the interface a misspelt name would be refused for ever, and nobody would see why. */
    private static void requireAsked(Pair pair) {
        for (Method method : pair.target.getMethods()) {
            boolean answers = method.getDeclaringClass() != Object.class
                    && !method.getName().equals("toString")
                    && !Modifier.isStatic(method.getModifiers());
            if (answers && !isAsked(pair.face, method)) {
                throw new IllegalArgumentException(pair.face.getName() + " has no " + method);
            }
        }
    }

    private static boolean isAsked(Class<?> face, Method method) {
        try {
            return face.getMethod(method.getName(), method.getParameterTypes()).getReturnType()
                    == method.getReturnType();
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static byte[] look(Pair pair) {
        ClassWriter look = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        String name = ITSELF + "Look";
        String target = Type.getDescriptor(pair.target);
        look.visit(V17, ACC_FINAL | ACC_SUPER, name, null, OBJECT, new String[] {Type.getInternalName(pair.face)});
        look.visitField(ACC_PRIVATE | ACC_FINAL, TARGET, target, null, null).visitEnd();
        MethodVisitor constructor = look.visitMethod(0, "<init>", "(" + target + ")V", null, null);
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitMethodInsn(INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitVarInsn(ALOAD, 1);
        constructor.visitFieldInsn(PUTFIELD, name, TARGET, target);
        end(constructor, RETURN);
        methods(pair).forEach((signature, method) -> method(look, name, pair, signature, method));
        look.visitEnd();
        return look.toByteArray();
    }

    /** The methods of the interface and of those that it extends, each once. */
    private static Map<String, Method> methods(Pair pair) {
        Map<String, Method> methods = new HashMap<>();
        for (Method method : pair.face.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers())) {
                methods.put(method.getName() + Type.getMethodDescriptor(method), method);
            }
        }
        try {
            methods.put("toString()", Object.class.getMethod("toString"));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
        return methods;
    }

    private static void method(ClassWriter look, String name, Pair pair, String signature, Method method) {
        boolean answered = signature.equals("toString()") || isAnswered(pair.target, method);
        if (!answered && method.isDefault()) {
            return;
        }
        String descriptor = Type.getMethodDescriptor(method);
        MethodVisitor code = look.visitMethod(ACC_PUBLIC, method.getName(), descriptor, null, null);
        if (answered) {
            answer(code, name, pair.target, method, descriptor);
        } else if (method.getName().equals("unwrap") || method.getName().equals("isWrapperFor")) {
            code.visitVarInsn(ALOAD, 0);
            code.visitVarInsn(ALOAD, 0);
            field(code, name, pair.target);
            code.visitVarInsn(ALOAD, 1);
            code.visitMethodInsn(
                    INVOKESTATIC,
                    ITSELF,
                    method.getName(),
                    descriptor.replace("(", "(Ljava/lang/Object;Ljava/lang/Object;"),
                    false);
            end(code, method.getName().equals("unwrap") ? ARETURN : IRETURN);
        } else {
            code.visitLdcInsn(method.getName());
            code.visitMethodInsn(
                    INVOKESTATIC,
                    Type.getInternalName(Refusal.class),
                    "of",
                    Type.getMethodDescriptor(
                            Type.getType(SQLFeatureNotSupportedException.class), Type.getType(String.class)),
                    false);
            end(code, ATHROW);
        }
    }

    private static boolean isAnswered(Class<?> target, Method method) {
        try {
            return target.getMethod(method.getName(), method.getParameterTypes())
                            .getDeclaringClass()
                    != Object.class;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static void answer(MethodVisitor code, String name, Class<?> target, Method method, String descriptor) {
        code.visitVarInsn(ALOAD, 0);
        field(code, name, target);
        int local = 1;
        for (Class<?> parameter : method.getParameterTypes()) {
            Type type = Type.getType(parameter);
            code.visitVarInsn(type.getOpcode(ILOAD), local);
            local += type.getSize();
        }
        code.visitMethodInsn(INVOKEVIRTUAL, Type.getInternalName(target), method.getName(), descriptor, false);
        end(code, Type.getType(method.getReturnType()).getOpcode(IRETURN));
    }

    private static void field(MethodVisitor code, String name, Class<?> target) {
        code.visitFieldInsn(GETFIELD, name, TARGET, Type.getDescriptor(target));
    }

    private static void end(MethodVisitor code, int instruction) {
        code.visitInsn(instruction);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /** What a look answers to the question of the same name. */
    static boolean isWrapperFor(Object look, Object target, Class<?> type) {
        return type.isInstance(look) || type.isInstance(target);
    }

    /** As {@link #isWrapperFor}. */
    static Object unwrap(Object look, Object target, Class<?> type) throws SQLException {
        return type.isInstance(target) ? target : Refusal.unwrap(look, type);
    }
}
