package io.xlink.source.odbc;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Gives a plain class the look of one of JDBC's large interfaces. The public methods of the class answer those of the
 * interface with their name and parameters; all others are refused. Calls that come once a statement go this way, those
 * that come once a value do not.
 */
final class Refusing implements InvocationHandler {
    private static final ConcurrentMap<Pair, Map<Method, MethodHandle>> KNOWN = new ConcurrentHashMap<>();
    private static final MethodType GENERIC = MethodType.methodType(Object.class, Object.class, Object[].class);

    private final Object target;
    private final Map<Method, MethodHandle> answers;

    private Refusing(Object target, Map<Method, MethodHandle> answers) {
        this.target = target;
        this.answers = answers;
    }

    private record Pair(Class<?> face, Class<?> target) {}

    /**
     * @param face an interface of {@code java.sql}
     * @throws IllegalArgumentException when a public method of the target answers none of the interface
     */
    static <T> T as(Class<T> face, Object target) {
        Map<Method, MethodHandle> answers = KNOWN.computeIfAbsent(new Pair(face, target.getClass()), Refusing::answers);
        return face.cast(Proxy.newProxyInstance(
                Refusing.class.getClassLoader(), new Class<?>[] {face}, new Refusing(target, answers)));
    }

    private static Map<Method, MethodHandle> answers(Pair pair) {
        Map<Method, MethodHandle> answers = new HashMap<>();
        for (Method method : pair.target().getMethods()) {
            if (method.getDeclaringClass() != Object.class
                    && !method.getName().equals("toString")
                    && !Modifier.isStatic(method.getModifiers())) {
                answers.put(asked(pair, method), handle(method));
            }
        }
        return answers;
    }

    /** The method of the interface; without it a misspelt name would be refused for ever, and nobody would see why. */
    private static Method asked(Pair pair, Method method) {
        try {
            Method asked = pair.face().getMethod(method.getName(), method.getParameterTypes());
            if (asked.getReturnType() == method.getReturnType()) {
                return asked;
            }
        } catch (NoSuchMethodException e) {
            // Told below, together with a result of another type.
        }
        throw new IllegalArgumentException(pair.face().getName() + " has no " + method);
    }

    private static MethodHandle handle(Method method) {
        try {
            return MethodHandles.lookup()
                    .unreflect(method)
                    .asSpreader(Object[].class, method.getParameterCount())
                    .asType(GENERIC);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        MethodHandle answer = answers.get(method);
        if (answer != null) {
            return (Object) answer.invokeExact(target, arguments);
        }
        return switch (method.getName()) {
            case "toString" -> target.toString();
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            case "isWrapperFor" -> isWrapper(proxy, (Class<?>) arguments[0]);
            case "unwrap" -> unwrap(proxy, (Class<?>) arguments[0]);
            default -> refuse(proxy, method, arguments);
        };
    }

    private boolean isWrapper(Object proxy, Class<?> type) {
        return type.isInstance(proxy) || type.isInstance(target);
    }

    private Object unwrap(Object proxy, Class<?> type) throws SQLException {
        return type.isInstance(target) ? target : Refusal.unwrap(proxy, type);
    }

    /** What an interface can do by itself is not refused. */
    private static Object refuse(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.isDefault()) {
            try {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            } catch (UnsupportedOperationException e) {
                throw Refusal.of(method.getName());
            }
        }
        throw Refusal.of(method.getName());
    }
}
