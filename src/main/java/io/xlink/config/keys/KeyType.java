package io.xlink.config.keys;

import java.util.Optional;

/** What a key may hold. */
public sealed interface KeyType
        permits FreeText,
                TimeOfDay,
                WholeNumber,
                Flag,
                Choice,
                ColumnNumber,
                Separator,
                CharacterSet,
                Zone,
                Shift,
                Mode,
                Span,
                Several {

    /** For a table. */
    String words();

    /**
     * Why a value that is not empty cannot be used; empty when it can.
     *
     * @param text the value; one element of it for {@link Several}
     */
    Optional<Fault> fault(String text);

    /**
     * What is wrong with a value.
     *
     * @param what continues "KEY=VALUE "
     * @param remedy a sentence without a full stop
     */
    record Fault(String what, String remedy) {}

    /** A fault, or none. */
    static Optional<Fault> unless(boolean good, String what, String remedy) {
        return good ? Optional.empty() : Optional.of(new Fault(what, remedy));
    }
}
