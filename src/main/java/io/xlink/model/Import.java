package io.xlink.model;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What one external system says about one local day, on its way to one server (specification, section 6): one import is
 * stored whole, and replaces what the server held of the same.
 */
public sealed interface Import permits QueueImport, ActivityImport {

    /** Made when the import begins and kept until its receipt is recorded; a retry carries the same id. */
    UUID id();

    /** Name of the server, from {@code [DB]}. */
    String server();

    /** Name of the external system. */
    String externalSystem();

    /** The local day that the data belong to. */
    LocalDate day();

    ImportKind kind();

    /** The same content under another id. */
    Import withId(UUID other);

    /** Number of entries: interval values or activities. */
    long values();
}
