package io.xlink.importer;

import io.xlink.model.Import;
import io.xlink.model.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Body;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/**
 * Sends the days of an import to their servers, {@value #AT_ONCE} at once; the bean {@code deliveries} of the routes. A
 * split that works in parallel would end at the first failure while other days are still on their way, and an older
 * import could then undo a newer one.
 */
public final class Deliveries {
    /** Exchange property: what was sent, a list of imports. */
    static final String SENT = "XlinkSent";

    /** As many as the iwfm client has on the wire at once. */
    static final int AT_ONCE = 4;

    private final ProducerTemplate camel;
    private final ExecutorService threads;
    private final DryRun dryRun;
    private final ImportWatch watch;

    /**
     * @param threads each waits for one answer
     * @param dryRun what is done instead when somebody only wants to know
     * @param watch told what is delivered
     */
    Deliveries(ProducerTemplate camel, ExecutorService threads, DryRun dryRun, ImportWatch watch) {
        this.camel = camel;
        this.threads = threads;
        this.dryRun = dryRun;
        this.watch = watch;
    }

    /**
     * Sends all of them in their order, or compares them in a dry run, and returns when nothing is on its way any more. After a failure no further one is
     * sent.
     *
     * @return the answers, in the order in which they came
     * @throws Exception the first failure
     */
    public List<Object> deliver(@Body List<? extends Import> imports, Exchange exchange) throws Exception {
        exchange.setProperty(SENT, imports);
        Turn<?> turn = exchange.getProperty(Turn.TURN, Turn.class);
        return turn != null && turn.dryRun() ? List.copyOf(dryRun.of(imports)) : deliver(imports);
    }

    List<Object> deliver(List<? extends Import> imports) throws Exception {
        CompletionService<Object> answers = new ExecutorCompletionService<>(threads);
        List<Object> receipts = new ArrayList<>(imports.size());
        Exception failure = null;
        int sent = 0;
        int answered = 0;
        imports.forEach(watch::waiting);
        while (answered < sent || (failure == null && sent < imports.size())) {
            if (failure == null && sent < imports.size() && sent - answered < AT_ONCE) {
                Import what = imports.get(sent);
                answers.submit(() -> send(what));
                sent++;
                continue;
            }
            // The component limits how long an answer may take.
            try {
                receipts.add(answers.take().get());
            } catch (ExecutionException e) {
                failure = failure == null ? cause(e) : failure;
            }
            answered++;
        }
        if (failure != null) {
            imports.subList(sent, imports.size()).forEach(watch::undelivered);
            throw failure;
        }
        return receipts;
    }

    private Object send(Import what) {
        Object answer;
        try {
            answer = camel.requestBody("iwfm:" + what.server(), what);
        } catch (RuntimeException e) {
            watch.undelivered(what);
            throw e;
        }
        if (answer instanceof Receipt receipt) {
            watch.delivered(what, receipt);
        }
        return answer;
    }

    private static Exception cause(ExecutionException failed) {
        Throwable cause = failed.getCause() instanceof CamelExecutionException camel && camel.getCause() != null
                ? camel.getCause()
                : failed.getCause();
        return cause instanceof Exception exception ? exception : failed;
    }
}
