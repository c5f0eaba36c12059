package io.xlink.acdmap.basic;

/** What a value is while it is computed. */
enum Kind {
    /** A whole number of 64 bits. */
    WHOLE(long.class, "J", 2),
    /** A finite binary fraction of 64 bits. */
    DOUBLE(double.class, "D", 2),
    STRING(String.class, "Ljava/lang/String;", 1),
    BOOLEAN(boolean.class, "Z", 1);

    private final Class<?> javaType;
    private final String descriptor;
    private final int slots;

    Kind(Class<?> javaType, String descriptor, int slots) {
        this.javaType = javaType;
        this.descriptor = descriptor;
        this.slots = slots;
    }

    Class<?> javaType() {
        return javaType;
    }

    /** The type's name in a class file. */
    String descriptor() {
        return descriptor;
    }

    /** Places that a value takes in a frame of the JVM. */
    int slots() {
        return slots;
    }

    boolean isNumber() {
        return this == WHOLE || this == DOUBLE;
    }
}
