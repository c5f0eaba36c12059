package io.xlink.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * DuckDB with two threads and everything told that it would have to find out. Of the ways to say it, types of its own for
 * date and time were the fastest; quotes are switched off where there are none.
 */
final class CsvDuckDb {
    private CsvDuckDb() {}

    static Supplier<CsvSums> read(CsvData data, Path file) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("threads", "2");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
                Statement statement = connection.createStatement()) {
            statement.execute("SET preserve_insertion_order=false");
            try (ResultSet result = statement.executeQuery(query(data, file))) {
                result.next();
                CsvSums sums = new CsvSums(result.getLong(1), result.getLong(2), result.getLong(3), result.getLong(4));
                return () -> sums;
            }
        }
    }

    private static String query(CsvData data, Path file) {
        boolean odd = data == CsvData.ODD;
        String options = switch (data) {
            case PLAIN -> "quote='', escape='', dateformat='%d.%m.%Y'";
            case QUOTED -> "quote='\"', escape='\"', dateformat='%d.%m.%Y'";
            case ODD -> "quote='', escape='', dateformat='%d.%m.%y', decimal_separator=','";
        };
        String columns = String.format(
                Locale.ROOT,
                "{'Queue':'VARCHAR','Date':'DATE','Time':'%s','Offered':'INTEGER','Handled':'INTEGER','AHT':'%s'%s}",
                odd ? "VARCHAR" : "TIME",
                odd ? "DOUBLE" : "INTEGER",
                data == CsvData.QUOTED ? ",'Remark':'VARCHAR'" : "");
        // No type of time of DuckDB reads half days.
        String slot = odd
                ? "(CAST(split_part(Time,':',1) AS INTEGER) % 12 + CASE WHEN Time LIKE '%PM' THEN 12 ELSE 0 END) * 4"
                        + " + CAST(substr(split_part(Time,':',2),1,2) AS INTEGER) // 15"
                : "hour(Time) * 4 + minute(Time) // 15";
        return "SELECT count(*), sum(o), sum(h), CAST(round(sum(t)) AS BIGINT) FROM (SELECT Queue, Date, " + slot
                + " AS slot, sum(Offered) o, sum(Handled) h, sum(Handled * AHT) t FROM read_csv('"
                + file.toString().replace("'", "''")
                + "', auto_detect=false, header=true, delim=';', " + options + ", columns=" + columns
                + ") GROUP BY ALL)";
    }
}
