package io.xlink.source.odbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.xlink.it.PostgresServer;
import io.xlink.it.TestDatabase;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Camel's own component for JDBC, which knows nothing of ODBC. */
@Timeout(120)
class OdbcCamelTest {
    private static final String PARAMETERS =
            "jdbc:cms?useHeadersAsParameters=true&statement.fetchSize=2&statement.queryTimeout=30";

    @TempDir
    Path directory;

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    @Test
    void readsPostgresInRoutes() throws Exception {
        OdbcDrivers.postgres();
        TestDatabase database = PostgresServer.running().newDatabase();
        database.run(
                "CREATE TABLE calls (queue text, at timestamp, offered int, handle numeric(9,2), note text)",
                "INSERT INTO calls SELECT 'Größe ' || g, timestamp '2026-11-23 10:15:00.25' + g * interval '15 min',"
                        + " g, g / 4.0, CASE g WHEN 3 THEN repeat('😀', 5000) END FROM generate_series(1, 5) g");
        try (HikariDataSource pool = pool(OdbcUrls.postgres(database))) {
            List<Map<String, Object>> rows = read(pool);
            assertThat(rows).hasSize(4);
            assertThat(rows.get(0))
                    .containsEntry("queue", "Größe 2")
                    .containsEntry("at", Timestamp.valueOf("2026-11-23 10:45:00.25"))
                    .containsEntry("offered", 2)
                    .containsEntry("handle", new BigDecimal("0.50"))
                    .containsEntry("note", null);
            assertThat(rows.get(1)).containsEntry("note", "😀".repeat(5000));
        }
    }

    @Test
    void readsSqliteInRoutes() throws Exception {
        Path file = directory.resolve("calls.db");
        OdbcDrivers.sqlite();
        try (Connection own = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = own.createStatement()) {
            statement.execute("CREATE TABLE calls (queue text, at timestamp, offered integer)");
            for (int i = 1; i <= 5; i++) {
                statement.execute(
                        "INSERT INTO calls VALUES ('Größe " + i + "', '2026-11-23 10:15:0" + i + "', " + i + ")");
            }
        }
        try (HikariDataSource pool = pool(OdbcUrls.sqlite(file))) {
            assertThat(read(pool))
                    .hasSize(4)
                    .first()
                    .satisfies(row -> assertThat(row)
                            .containsEntry("queue", "Größe 2")
                            .containsEntry("at", Timestamp.valueOf("2026-11-23 10:15:02"))
                            .containsEntry("offered", 2L));
        }
    }

    /** Once as a list, and once as a stream, which must be the same. */
    private static List<Map<String, Object>> read(HikariDataSource pool) throws Exception {
        try (CamelContext camel = new DefaultCamelContext()) {
            camel.getRegistry().bind("cms", pool);
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:list").to(PARAMETERS);
                    from("direct:stream")
                            .to(PARAMETERS + "&outputType=StreamList")
                            .process(OdbcCamelTest::collect);
                    from("direct:plain").to("jdbc:cms");
                }
            });
            camel.start();
            ProducerTemplate template = camel.createProducerTemplate();
            String query = "SELECT * FROM calls WHERE offered >= :?from ORDER BY offered";
            List<?> list = template.requestBodyAndHeader("direct:list", query, "from", 2, List.class);
            List<Map<String, Object>> stream = maps(template.requestBodyAndHeader("direct:stream", query, "from", 2));
            assertThat(stream).isEqualTo(maps(list));
            assertThat(template.requestBody("direct:plain", "SELECT 1 AS one", List.class))
                    .hasSize(1);
            CamelExecutionException refused = org.assertj.core.api.Assertions.catchThrowableOfType(
                    CamelExecutionException.class, () -> template.requestBody("direct:plain", "DELETE FROM calls"));
            assertThat(refused).hasCauseInstanceOf(java.sql.SQLException.class);
            return stream;
        }
    }

    private static void collect(Exchange exchange) {
        List<Object> rows = new ArrayList<>();
        exchange.getMessage().getBody(Iterator.class).forEachRemaining(row -> rows.add(row));
        exchange.getMessage().setBody(rows);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object rows) {
        return (List<Map<String, Object>>) rows;
    }
}
