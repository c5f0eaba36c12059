package io.xlink.example;

import io.xlink.iwfm.protocol.LoginRefusedException;
import io.xlink.model.QueueImport;
import io.xlink.model.ValueColumn;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/** Delivers one figure to a WFM server and prints the receipt. The server is the system property {@code wfm}. */
public final class DeliverFigures {

    public static void main(String[] arguments) throws Exception {
        Main main = new Main();
        main.configure().addRoutesBuilder(new Routes());
        main.configure().setDurationMaxMessages(1); // One delivery is enough for an example.
        main.addInitialProperty("wfm", System.getProperty("wfm", "127.0.0.1:45054"));
        main.addInitialProperty("user", System.getProperty("user", "xlink"));
        main.addInitialProperty("password", System.getProperty("password", ""));
        main.run();
    }

    private static final class Routes extends RouteBuilder {
        @Override
        public void configure() {
            // Nobody's password becomes right by trying again; whatever else fails may succeed later.
            onException(LoginRefusedException.class)
                    .handled(true)
                    .log("Refused: ${exception.message}");
            onException(Exception.class)
                    .maximumRedeliveries(10)
                    .redeliveryDelay(1000)
                    .handled(true)
                    .log("Given up: ${exception.message}");

            from("timer:figures?repeatCount=1")
                    .setBody(exchange -> yesterday())
                    .to("iwfm:{{wfm}}?user={{user}}&password=RAW({{password}})&serverName=WFM")
                    .log("Receipt for import ${header.CamelIwfmImportId}:"
                            + " ${header.CamelIwfmStored} values stored, ${header.CamelIwfmRejected} rejected");
        }
    }

    /** Seven calls offered to queue 1002, under queue 1, from midnight to a quarter past. */
    private static QueueImport yesterday() {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        int midnight = Math.toIntExact(day.atStartOfDay(ZoneOffset.UTC).toEpochSecond() / 60);
        int callsOffered = 1;
        long sevenInHundredths = 700;
        return new QueueImport(
                UUID.randomUUID(),
                "WFM",
                "CSV-Import",
                day,
                List.of(new ValueColumn(
                        1, 1002, callsOffered, 15, new int[] {midnight}, new long[] {sevenInHundredths})));
    }
}
