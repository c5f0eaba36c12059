package io.xlink.importer;

import io.xlink.importer.gaps.Reported;
import io.xlink.importer.gaps.ReportedDays;
import io.xlink.model.Import;
import io.xlink.model.Receipt;
import java.time.ZoneId;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes about which intervals servers got anything, when there are receipts; the bean {@code deliveries} of the routes. */
public final class NotedDeliveries {
    private static final Logger LOG = LoggerFactory.getLogger(NotedDeliveries.class);

    private final Deliveries deliveries;
    private final ReportedDays reported;
    private final ZoneId zone;

    NotedDeliveries(Deliveries deliveries, ReportedDays reported, ZoneId zone) {
        this.deliveries = deliveries;
        this.reported = reported;
        this.zone = zone;
    }

    /** As {@link Deliveries#deliver}. */
    public List<Object> deliver(@Body List<? extends Import> imports, Exchange exchange) throws Exception {
        List<Object> answers = deliveries.deliver(imports, exchange);
        Turn<?> turn = exchange.getProperty(Turn.TURN, Turn.class);
        if ((turn == null || !turn.dryRun()) && !refusedAll(answers)) {
            try {
                Reported calls = exchange.getProperty(ReportingTransformer.REPORTED, Reported.class);
                if (calls != null) {
                    reported.note(calls);
                }
                Reported.ofActivities(imports, zone).forEach(reported::note);
            } catch (IllegalStateException e) {
                // Only what is told of gaps depends on it, so it is no reason to import again.
                LOG.warn("{}", Causes.message(e));
            }
        }
        return answers;
    }

    private static boolean refusedAll(List<Object> answers) {
        long stored = 0;
        long refused = 0;
        for (Object answer : answers) {
            if (answer instanceof Receipt receipt) {
                stored += receipt.stored();
                refused += receipt.rejectedValues();
            }
        }
        return stored == 0 && refused > 0;
    }
}
