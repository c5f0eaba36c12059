package io.xlink.check;

import io.xlink.source.sql.SqlStatement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The statements for a day of one external system and kind of data, in their order.
 *
 * @param system the external system's name
 * @param kind what is read, in words
 * @param summary who adds up the rows, and why
 */
public record SqlReport(String system, String kind, LocalDate day, String summary, List<Shown> statements) {
    public SqlReport {
        statements = List.copyOf(statements);
    }

    /**
     * A statement.
     *
     * @param run how many rows it gave and how long it took; empty when it did not run
     */
    public record Shown(SqlStatement statement, Optional<Run> run) {}

    /** What became of a statement. */
    public record Run(long rows, long millis) {}
}
