package io.xlink.source.sql;

import io.xlink.model.QueuePath;
import java.util.List;

/**
 * A statement that is to run.
 *
 * @param purpose what it is for, in words
 * @param text SQL; a question mark stands for each parameter
 * @param parameters their values, in order: Short, Integer, Long, BigDecimal, String, LocalDateTime, LocalDate or
 *     OffsetDateTime
 * @param queues the queues whose figures it gives; empty when it is about none
 */
public record SqlStatement(String purpose, String text, List<Object> parameters, List<QueuePath> queues) {
    public SqlStatement {
        parameters = List.copyOf(parameters);
        queues = List.copyOf(queues);
    }
}
