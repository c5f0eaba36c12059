package io.xlink.acdmap;

import io.xlink.model.CallTable;
import io.xlink.model.QueueImport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.Transformer;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Camel data type transformer from call data to targets: the body {@link CallTable} becomes a list of
 * {@link QueueImport}, as {@link CallDataMapper} says. It is bound in the Camel registry under its {@link #TYPE} before
 * the routes start; a route then says
 *
 * <pre>
 * - transformDataType:
 *     fromType: "xlink:call-table"
 *     toType: "xlink:queue-imports"
 * </pre>
 *
 * <p>External systems that contribute to the same targets take turns: from the transformation to the end of the exchange
 * one of them is at work. Otherwise figures computed before the other one reported could be delivered after it.
 */
public final class QueueImportTransformer extends Transformer {
    /** The data type it makes, and its name in the registry. */
    public static final String TYPE = "xlink:queue-imports";
    /** Exchange property: how many intervals could not be computed, a {@code Long}; 0 when all could. */
    public static final String FAILED_INTERVALS = "xlinkFailedIntervals";

    private static final Logger LOG = LoggerFactory.getLogger(QueueImportTransformer.class);
    /** Then the file is put back and tried again later, so that its route goes on looking for others. */
    private static final Duration TURN = Duration.ofSeconds(60);

    private final CallDataMapper mapper;
    private final Semaphore turn = new Semaphore(1, true);

    public QueueImportTransformer(CallDataMapper mapper) {
        super(TYPE);
        this.mapper = mapper;
    }

    @Override
    public void transform(Message message, DataType from, DataType to) throws Exception {
        CallTable table = message.getMandatoryBody(CallTable.class);
        if (mapper.shares(table.externalSystem())) {
            awaitTurn(table.externalSystem(), message.getExchange());
        }
        CallDataMapper.Result result = mapper.map(table);
        result.notes().forEach(LOG::info);
        result.failures().forEach(LOG::warn);
        List<QueueImport> imports = result.imports();
        message.setBody(imports);
        message.getExchange().setProperty(FAILED_INTERVALS, result.failedIntervals());
    }

    /** How many exchanges wait for their turn. */
    int waiting() {
        return turn.getQueueLength();
    }

    private void awaitTurn(String system, Exchange exchange) throws InterruptedException {
        if (!turn.tryAcquire(TURN.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(system + " shares targets with another external system, whose delivery has"
                    + " not ended for " + TURN.toSeconds() + " s");
        }
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                turn.release();
            }
        });
    }
}
