package io.xlink.bench;

import io.xlink.source.sql.SqlStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** What one would write by hand for this one table: the rows of a day by the driver, added up in an array a queue. */
final class BareSqlLoop {
    private static final int INTERVALS = 96;
    private static final int TYPES = 3;
    private static final int INTERVAL = 900;

    private BareSqlLoop() {}

    /** @param statement the one that our reader runs without the database adding up the rows */
    static double run(Connection connection, SqlStatement statement) throws Exception {
        Map<Integer, double[]> queues = new HashMap<>();
        LocalDateTime begin = LocalDateTime.parse("2026-06-15T00:00");
        try (connection;
                PreparedStatement query = connection.prepareStatement(statement.text())) {
            for (int i = 0; i < statement.parameters().size(); i++) {
                query.setObject(i + 1, statement.parameters().get(i));
            }
            query.setFetchSize(2000);
            long start = begin.toEpochSecond(ZoneOffset.UTC);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    double[] sums = queues.computeIfAbsent(rows.getInt(1), q -> new double[INTERVALS * TYPES]);
                    int interval = (int) ((rows.getLong(2) - start) / INTERVAL);
                    for (int type = 0; type < TYPES; type++) {
                        sums[interval * TYPES + type] += rows.getInt(3 + type);
                    }
                }
            }
        }
        double sum = 0;
        for (double[] sums : queues.values()) {
            for (int i = 0; i < sums.length; i++) {
                sum += sums[i] * (i % TYPES + 1) * (i / TYPES + 1);
            }
        }
        return sum;
    }
}
