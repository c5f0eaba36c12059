package io.xlink.source.sql;

import java.util.List;

/**
 * What a database would be asked for a day.
 *
 * @param statements in their order
 * @param summary who adds up the rows, and why
 * @param notes what an administrator should look at
 */
public record SqlPlan(List<SqlStatement> statements, String summary, List<String> notes) {
    public SqlPlan {
        statements = List.copyOf(statements);
        notes = List.copyOf(notes);
    }
}
