package io.xlink.acdmap.basic;

import java.util.Locale;
import java.util.Optional;

/** What a variable holds. The last two are those of variables that are given, and have no name in the language. */
enum Type {
    INTEGER(Kind.WHOLE),
    LONG(Kind.WHOLE),
    DOUBLE(Kind.DOUBLE),
    STRING(Kind.STRING),
    BOOLEAN(Kind.BOOLEAN),
    /** {@code Weekday} and {@code Minutes}, and constants without a type: 64 bits. */
    WHOLE(Kind.WHOLE),
    /** {@code Result}: 64 bits, and what is assigned loses its decimals instead of being rounded. */
    RESULT(Kind.WHOLE);

    private final Kind kind;

    Type(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** The type that a name after {@code As} means. */
    static Optional<Type> named(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "integer" -> Optional.of(INTEGER);
            case "long" -> Optional.of(LONG);
            case "double", "single", "currency", "variant" -> Optional.of(DOUBLE);
            case "string" -> Optional.of(STRING);
            case "boolean" -> Optional.of(BOOLEAN);
            default -> Optional.empty();
        };
    }

    /** The type that a type character means; empty for {@link Token#NO_MARK}. */
    static Optional<Type> marked(char mark) {
        return switch (mark) {
            case '%' -> Optional.of(INTEGER);
            case '&' -> Optional.of(LONG);
            case '#', '!' -> Optional.of(DOUBLE);
            case '$' -> Optional.of(STRING);
            default -> Optional.empty();
        };
    }

    /** The type of a constant that names none. */
    static Type of(Kind kind) {
        return switch (kind) {
            case WHOLE -> WHOLE;
            case DOUBLE -> DOUBLE;
            case STRING -> STRING;
            case BOOLEAN -> BOOLEAN;
        };
    }
}
