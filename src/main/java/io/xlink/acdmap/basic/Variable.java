package io.xlink.acdmap.basic;

/**
 * A variable of a script that is compiled.
 *
 * @param name as first written
 * @param place where its value is
 * @param number tells the variables of one place apart, from 0; the number of a {@code Para}, from 1
 */
record Variable(String name, Type type, Place place, int number) {
    enum Place {
        /** A field of {@link ScriptRun}: {@code Result}, {@code Weekday} or {@code Minutes}. */
        GIVEN,
        /** A field that is set from the values of the sources. */
        PARA,
        /** A field of the class made of the script. */
        MODULE,
        /** A local variable of the procedure's method. */
        LOCAL
    }

    Kind kind() {
        return type.kind();
    }

    /** Name of the field of a variable that is none of a procedure. */
    String field() {
        return switch (place) {
            case GIVEN -> name.toLowerCase(java.util.Locale.ROOT);
            case PARA -> "para" + number;
            default -> "v" + number;
        };
    }
}
